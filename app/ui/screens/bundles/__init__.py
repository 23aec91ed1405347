"""Evidence packs: what goes in, in which order, which page it becomes, and the finished PDF."""
