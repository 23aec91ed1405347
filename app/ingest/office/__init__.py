"""Parts of the office formats: packages of XML and the old compound files."""
