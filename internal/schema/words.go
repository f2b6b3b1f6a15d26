package schema

import (
	"fmt"
	"slices"
	"strings"
)

// otherWords are what people call kinds that have another name here, where the spelling is no help.
var otherWords = map[string]string{
	"api": "inference-endpoint", "model-api": "inference-endpoint", "rest-api": "inference-endpoint", "model-server": "inference-endpoint", "service": "business-app", "microservice": "business-app",
	"backend": "business-app", "application": "business-app", "process": "business-app", "server": "host", "vm": "host", "ec2": "host", "browser": "desktop-app", "website": "web-app", "frontend": "web-app",
	"s3": "dataset-store", "bucket": "dataset-store", "data-lake": "dataset-store", "datastore": "database", "postgres": "database", "sql": "database", "queue": "message-stream", "kafka": "message-stream",
	"topic": "message-stream", "vector-db": "vector-store", "vector-database": "vector-store", "vectordb": "vector-store", "chatbot": "llm-app", "assistant": "llm-app", "language-model": "llm", "rag": "retriever", "mcp-server": "tool-server",
	"plugin": "tool", "function": "tool", "proxy": "gateway", "load-balancer": "gateway", "etl": "data-pipeline", "crawler": "data-pipeline", "logs": "telemetry", "registry": "model-registry", "cache": "response-cache",
	"weights": "model", "secret": "credential", "token": "credential", "api-key": "credential", "password": "credential", "dataset": "training-data", "data": "document", "file": "document", "text": "document",
	"pii": "business-record", "record": "business-record", "system-prompt": "prompt-template", "answer": "prediction", "output": "prediction", "image": "input", "query": "prompt", "question": "prompt",
	"training": "train", "finetuning": "fine-tune", "rlhf": "reinforce", "preprocess": "prepare", "clean": "prepare", "ingest": "collect", "annotate": "label", "index": "embed", "test": "evaluate",
	"validate": "evaluate", "deployment": "deploy", "quantize": "compress", "distill": "compress", "build": "package", "user": "", "person": "",
}

// otherValues are what people write for words of other keys: the first of the words that is allowed is meant.
var otherValues = map[string][]string{
	"trust trusted": {"internal", "employee"}, "trust public": {"untrusted", "anonymous"}, "trust private": {"internal"}, "trust low": {"anonymous", "untrusted"},
	"trust high": {"employee", "internal"}, "trust none": {"anonymous", "untrusted"}, "trust admin": {"administrator", "restricted"}, "trust user": {"authenticated"},
	"trust dmz": {"shared"}, "trust guest": {"anonymous"}, "trust external": {"untrusted", "anonymous"}, "origin developer": {"internal"}, "origin external": {"public-web"},
	"origin web": {"public-web"}, "origin user": {"user-generated"}, "origin users": {"user-generated"}, "origin open-source": {"community"}, "state done": {"implemented"},
	"state partial": {"planned"}, "state in-progress": {"planned"}, "state todo": {"planned"}, "state missing": {"absent"}, "state tested": {"verified"}, "state active": {"implemented"},
	"authentication oauth": {"individual"}, "authentication api-key": {"shared"}, "authentication mtls": {"mutual"}, "authentication password": {"individual"},
	"authentication token": {"individual"}, "authentication credentials": {"individual"}, "criticality important": {"high"}, "criticality mission-critical": {"critical"},
	"trust internet": {"untrusted", "anonymous"}, "trust unauthenticated": {"anonymous"}, "trust not-authenticated": {"anonymous"},
	"trust unrestricted": {"untrusted"}, "origin internet": {"public-web"}, "origin public": {"public-web"}, "state not-implemented": {"absent"}, "state unimplemented": {"absent"},
	"state unplanned": {"absent"}, "state unverified": {"implemented"}, "state untested": {"implemented"}, "state not-verified": {"implemented"}, "state partially-implemented": {"planned"},
	"state none": {"absent"}, "authentication unauthenticated": {"none"}, "authentication anonymous": {"none"}, "encrypted unencrypted": {"no"}, "encrypted none": {"no"}, "encrypted plaintext": {"no"},
	"encrypted http": {"no"}, "personal_data non-personal": {"none"}, "personal_data not-personal": {"none"}, "personal_data impersonal": {"none"},
	"personal_data pii": {"personal"}, "personal_data sensitive": {"special-category"}, "encrypted tls": {"yes"}, "encrypted https": {"yes"},
}

// otherWord is the word of the language for what people write for it, or "".
func otherWord(key, value string, allowed []string) string {
	value = strings.ReplaceAll(strings.ToLower(value), "_", "-")
	if key == "kind" {
		if word := otherWords[value]; slices.Contains(allowed, word) {
			return word
		}
	}
	for _, word := range otherValues[key+" "+value] {
		if slices.Contains(allowed, word) {
			return word
		}
	}
	return ""
}

// oneOf lists words that can stand somewhere, unless they are too many to read.
func oneOf(intro string, allowed []string) string {
	if len(allowed) > 26 {
		return fmt.Sprintf("tmodel explain kinds says which of the %d kinds is the right one", len(allowed))
	}
	return intro + strings.Join(allowed, ", ")
}
