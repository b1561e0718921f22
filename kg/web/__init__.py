"""The graph as a local web site that only reads: pages for people, meetings, bodies, posts, measures, documents and
articles, each fact with the sentence that proves it.

    from kg.web.app import site
    app = site(store, texts)  # an ASGI application

The way of a page: `app` finds its handler (`handlers`, `asking`), which asks the `library` (the store's canned queries,
answers kept, and the texts of the sources); `pages` and `sections` put together what it tells as plain structs (`told`,
`proofs`, `traces`, `text`), which `answering` gives as JSON or puts into a template.
"""
