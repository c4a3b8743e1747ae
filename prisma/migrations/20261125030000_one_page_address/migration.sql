-- Whether two articles are of one page is asked of `page_address` alone.
DROP INDEX articles_source_url_idx;
