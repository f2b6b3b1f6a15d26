package synthetic

// forecasting plans ahead from the records of the business.
var forecasting = blueprint{
	weight: 4,
	themes: []theme{
		{"demand", "Demand forecast"}, {"staffing", "Staff planning"}, {"pricing", "Price forecast"}, {"churn", "Churn forecast"},
	},
	components: []componentPart{
		{role: "source", kind: "database", name: "Sales records", zone: "data"},
		{role: "etl", kind: "data-pipeline", name: "Nightly extract", facts: "form=tabular cadence=periodic"},
		{role: "lake", kind: "dataset-store", name: "History", zone: "data"},
		{role: "trainer", kind: "trainer", name: "Training job"},
		{role: "forecaster", kind: "inference-endpoint", name: "Forecast service", facts: "task=forecast"},
		{role: "planner", kind: "business-app", name: "Planning program"},
		{role: "node", kind: "host", name: "Batch host", optional: true},
	},
	assets: []assetPart{
		{role: "sales", kind: "business-record", name: "Sales", at: "source"},
		{role: "history", kind: "training-data", name: "History", at: "lake", origin: "internal", facts: "form=tabular"},
		{role: "features", kind: "features", name: "Features"},
		{role: "forecast", kind: "prediction", name: "Forecast"},
		{role: "plan", kind: "business-record", name: "Plan", at: "planner"},
		{role: "model", kind: "model", name: "Forecast model", at: "registry forecaster", origin: "internal"},
		{role: "log", kind: "log", name: "Batch log", at: "telemetry"},
	},
	flows: []flowPart{
		{from: "source", to: "etl", carries: "sales"},
		{from: "etl", to: "lake", carries: "history"},
		{from: "etl", to: "forecaster", carries: "features"},
		{from: "planner", to: "forecaster", returns: "forecast"},
		{from: "trainer", to: "registry", carries: "model"},
		{from: "analyst", to: "planner", returns: "plan forecast"},
		{from: "planner", to: "supplier", carries: "plan"},
		{from: "engineer", to: "etl"},
		{from: "hub", to: "trainer", carries: "base"},
		{from: "admin", to: "node"},
	},
	stages: []stagePart{
		{role: "shape", kind: "prepare", on: "etl", consumes: "sales", produces: "history features", percent: 50},
		{role: "fit", kind: "train", on: "trainer", consumes: "history", produces: "model", percent: 100},
		{role: "release", kind: "deploy", on: "forecaster", consumes: "model", percent: 40},
	},
	offers: []offer{{"planner", "plan"}},
	takes:  "source planner",
}

// paperwork reads letters with a language model and hands what it found to people.
var paperwork = blueprint{
	weight: 4,
	user:   "visitor customer supplier",
	themes: []theme{
		{"invoices", "Invoice reading"}, {"applications", "Job applications"}, {"complaints", "Complaint letters"}, {"contracts", "Contract intake"},
	},
	components: []componentPart{
		{role: "inbox", kind: "web-app", name: "Inbox"},
		{role: "reader", kind: "llm", name: "Extraction model", facts: "task=generate form=document"},
		{role: "records", kind: "database", name: "Case records", zone: "data"},
		{role: "desk", kind: "human-review", name: "Case desk"},
		{role: "ocr", kind: "inference-endpoint", name: "Text recognition", facts: "task=classify", optional: true},
		{role: "archive", kind: "dataset-store", name: "Archive", zone: "data", optional: true},
		{role: "filing", kind: "business-app", name: "Filing program", optional: true},
	},
	assets: []assetPart{
		{role: "letter", kind: "document", name: "Letter", at: "archive", origin: "user-generated", facts: "form=document"},
		{role: "extract", kind: "prediction", name: "Extracted fields"},
		{role: "case", kind: "business-record", name: "Case", at: "records"},
		{role: "instructions", kind: "prompt", name: "Extraction prompt", at: "inbox", origin: "internal"},
		{role: "log", kind: "log", name: "Intake log", at: "telemetry"},
	},
	flows: []flowPart{
		{from: "user", to: "inbox", carries: "letter"},
		{from: "inbox", to: "ocr", carries: "letter", returns: "extract"},
		{from: "inbox", to: "reader", carries: "letter instructions", returns: "extract"},
		{from: "inbox", to: "desk", carries: "letter extract"},
		{from: "desk", to: "records", carries: "case"},
		{from: "analyst", to: "desk", returns: "letter extract"},
		{from: "desk", to: "filing", carries: "case"},
		{from: "inbox", to: "archive", carries: "letter"},
		{from: "engineer", to: "reader"},
	},
	offers: []offer{{"desk", "case"}},
	takes:  "inbox filing",
}
