"""What the search is measured with: stories of real words, a host that counts, Pagefind, Lunr."""
