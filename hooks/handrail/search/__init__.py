"""Makes the index in which the site's search looks: pages and their sections, step by step.

1. `words` reads text as terms; its rules travel with the index, so that the reader's browser reads
   what people type in the same way.
2. `units` takes the pages apart into what a result can lead to: headings, provisions, steps.
3. `names` says what pages and sections are called, and what kind of page each is.
4. `everyday` and `phrases` hold what people say instead of the protocol's words.
5. `index` counts and packs all that into one script.
"""
