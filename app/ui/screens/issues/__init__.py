"""The record of what is wrong: what it says, what is right, the proof, what is asked, what they answered."""
