package synthetic

// platform is what every division runs for its products.
var platform = blueprint{
	themes: []theme{{"platform", "Shared platform"}},
	components: []componentPart{
		{role: "gateway", kind: "gateway", name: "API gateway"},
		{role: "telemetry", kind: "telemetry", name: "Logs and traces"},
		{role: "registry", kind: "model-registry", name: "Model registry"},
	},
	assets: []assetPart{{role: "log", kind: "log", name: "Platform log", at: "telemetry"}},
	flows: []flowPart{
		{from: "gateway", to: "telemetry", carries: "log"},
		{from: "engineer", to: "telemetry", returns: "log"},
		{from: "admin", to: "gateway"},
		{from: "gateway", to: "siem", carries: "access-log"},
	},
}

// operations watches the telemetry of the division.
var operations = blueprint{
	weight: 2,
	themes: []theme{{"ops", "Operations"}, {"sre", "Site reliability"}, {"abuse-watch", "Abuse watch"}},
	components: []componentPart{
		{role: "collector", kind: "data-pipeline", name: "Log collector"},
		{role: "watch", kind: "monitor", name: "Anomaly monitor"},
		{role: "console", kind: "web-app", name: "Alert console"},
		{role: "node", kind: "host", name: "Operations host", optional: true},
	},
	assets: []assetPart{
		{role: "trace", kind: "log", name: "Traces", at: "telemetry"},
		{role: "alert", kind: "prediction", name: "Alert"},
		{role: "runbook", kind: "document", name: "Runbook", at: "console", origin: "internal"},
	},
	flows: []flowPart{
		{from: "telemetry", to: "collector", carries: "trace"},
		{from: "collector", to: "watch", carries: "trace"},
		{from: "watch", to: "console", carries: "alert"},
		{from: "engineer", to: "console", returns: "alert runbook"},
		{from: "admin", to: "node"},
		{from: "collector", to: "siem", carries: "trace"},
	},
}

// reporting is a program of the business that reads what others book.
var reporting = blueprint{
	weight: 1,
	themes: []theme{{"sales-report", "Sales report"}, {"stock-report", "Stock report"}, {"invoicing", "Invoicing"}, {"returns", "Returns desk"}},
	components: []componentPart{
		{role: "app", kind: "business-app", name: "Back-office program"},
	},
	assets: []assetPart{{role: "report", kind: "business-record", name: "Report"}},
	flows: []flowPart{
		{from: "analyst", to: "app", returns: "report"},
	},
	offers: []offer{{"app", "report"}},
	takes:  "app",
}

// portal is a web site without any model behind it.
var portal = blueprint{
	weight: 1,
	user:   "visitor customer supplier analyst",
	themes: []theme{{"help-pages", "Help pages"}, {"partner-portal", "Partner portal"}, {"order-status", "Order status"}},
	components: []componentPart{
		{role: "site", kind: "web-app", name: "Web site"},
	},
	assets: []assetPart{{role: "page", kind: "document", name: "Pages", at: "site", origin: "internal"}},
	flows: []flowPart{
		{from: "user", to: "site", returns: "page"},
		{from: "engineer", to: "site", carries: "page"},
	},
	takes: "site",
}

// exporting is a job that hands records to a partner.
var exporting = blueprint{
	weight: 1,
	themes: []theme{{"tax-export", "Tax export"}, {"partner-feed", "Partner feed"}, {"archive-job", "Archive job"}},
	components: []componentPart{
		{role: "job", kind: "data-pipeline", name: "Export job", facts: "form=tabular"},
	},
	assets: []assetPart{{role: "extract", kind: "document", name: "Extract", at: "job", facts: "form=tabular"}},
	flows: []flowPart{
		{from: "job", to: "supplier", carries: "extract"},
		{from: "engineer", to: "job"},
	},
	offers: []offer{{"job", "extract"}},
	takes:  "job",
}
