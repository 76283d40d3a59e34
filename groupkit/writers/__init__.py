"""Writers: each turns a document tree into one format, and knows nothing of groups."""
