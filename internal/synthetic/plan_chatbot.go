package synthetic

// chatbot answers questions from documents that others write.
var chatbot = blueprint{
	weight: 6,
	user:   "visitor customer customer analyst",
	themes: []theme{
		{"helpdesk", "Helpdesk assistant"}, {"policy-chat", "Policy assistant"}, {"product-chat", "Product adviser"},
		{"legal-search", "Contract search"}, {"onboarding", "Onboarding assistant"}, {"faq", "FAQ bot"},
	},
	components: []componentPart{
		{role: "chat", kind: "web-app", name: "Chat page"},
		{role: "llm", kind: "llm", name: "Language model", zone: "provider", facts: "task=generate form=text"},
		{role: "retriever", kind: "retriever", name: "Retriever"},
		{role: "index", kind: "vector-store", name: "Passage index", zone: "data"},
		{role: "indexer", kind: "data-pipeline", name: "Indexer", facts: "form=document", runsOn: "node"},
		{role: "docs", kind: "database", name: "Document store", zone: "data"},
		{role: "guard", kind: "monitor", name: "Answer monitor", optional: true},
		{role: "wiki", kind: "web-app", name: "Wiki", optional: true},
		{role: "node", kind: "host", name: "Indexing host", optional: true},
		{role: "desk", kind: "human-review", name: "Answer review", optional: true},
	},
	assets: []assetPart{
		{role: "question", kind: "prompt", name: "Question"},
		{role: "answer", kind: "prediction", name: "Answer"},
		{role: "pages", kind: "document", name: "Pages", at: "docs index", origin: "user-generated", facts: "form=document"},
		{role: "vectors", kind: "embedding", name: "Embeddings", at: "index"},
		{role: "instructions", kind: "prompt", name: "System prompt", at: "chat", origin: "internal"},
		{role: "key", kind: "credential", name: "Provider key", at: "chat", opens: "llm"},
		{role: "log", kind: "log", name: "Transcripts", at: "telemetry"},
	},
	flows: []flowPart{
		{from: "user", to: "chat", carries: "question", returns: "answer"},
		{from: "chat", to: "retriever", carries: "question", returns: "pages"},
		{from: "retriever", to: "index", carries: "question", returns: "pages"},
		{from: "chat", to: "llm", carries: "question pages instructions", returns: "answer"},
		{from: "docs", to: "indexer", carries: "pages"},
		{from: "indexer", to: "index", carries: "vectors pages"},
		{from: "analyst", to: "wiki", carries: "pages", returns: "pages"},
		{from: "wiki", to: "docs", carries: "pages"},
		{from: "supplier", to: "docs", carries: "pages"},
		{from: "llm", to: "guard", carries: "answer"},
		{from: "chat", to: "desk", carries: "question answer"},
		{from: "desk", to: "docs", carries: "pages"},
		{from: "engineer", to: "indexer"},
		{from: "admin", to: "node"},
	},
	stages: []stagePart{
		{role: "gather", kind: "collect", on: "indexer", produces: "pages", percent: 30},
		{role: "reindex", kind: "embed", on: "indexer", consumes: "pages", produces: "vectors", percent: 100},
	},
	offers: []offer{{"chat", "question"}},
	takes:  "docs chat",
}
