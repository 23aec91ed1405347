"""The pages of a document as one long column: geometry, pictures, words, marks."""
