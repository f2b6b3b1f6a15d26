package synthetic

import "fmt"

// technologies are what people write about each kind of component.
var technologies = map[string][]string{
	"web-app":            {"Django", "Next.js 14", "Rails", "React, nginx"},
	"gateway":            {"Kong", "Envoy", "AWS API Gateway"},
	"data-pipeline":      {"Airflow", "Spark on EMR", "dbt", "Kafka Streams"},
	"dataset-store":      {"S3", "Delta Lake", "MinIO, versioned buckets"},
	"feature-store":      {"Feast on Redis", "Tecton"},
	"database":           {"PostgreSQL 16", "MySQL", "DynamoDB"},
	"trainer":            {"PyTorch on Kubernetes", "SageMaker", "Ray"},
	"model-hub":          {"Hugging Face"},
	"model-registry":     {"MLflow", "OCI registry"},
	"inference-endpoint": {"TorchServe", "Triton", "FastAPI with ONNX Runtime"},
	"llm":                {"hosted API", "vLLM", "Azure OpenAI: EU region"},
	"agent":              {"LangGraph", "own loop in Python"},
	"retriever":          {"LlamaIndex", "own service"},
	"vector-store":       {"pgvector", "Qdrant", "OpenSearch"},
	"tool":               {"MCP server", "REST call", "Python function"},
	"monitor":            {"Evidently", "Prometheus rules"},
	"human-review":       {"back-office queue", "Label Studio"},
	"host":               {"Ubuntu 24.04, Docker", "EC2 g5.xlarge", "Kubernetes node pool"},
	"telemetry":          {"Elasticsearch", "Loki", "Datadog"},
	"business-app":       {"SAP", "Java, Spring Boot", "Salesforce"},
}

// sentence describes a part in the words that its owners would use.
func (p *product) sentence(name string) string {
	return fmt.Sprintf(pick(p.shop, []string{
		"%s of %s; owned by the %s team.",
		"%s for %s, moved here from the old data centre. Ask %s before changing it.",
		"%s used by %s: %s keeps the on-call rota.",
		"%s. Part of %s since the migration of %s.",
	}), name, p.theme.title, p.division.title)
}
