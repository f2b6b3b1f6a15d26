package yamltree

import "tmodel/internal/diag"

// complaint is what we say for a message of the parser.
type complaint struct {
	message, hint string
	code          diag.Code // NotYAML when it has none of its own
}

const (
	quoteIt   = "put the text in quotes"
	indentIt  = "align it with the keys that it stands beside"
	useSpaces = "indent with spaces"

	missingDashGap  = "a space is missing behind the - that begins an item"
	missingColonGap = "a space is missing behind the colon"

	fillIt = "if it is a gap of a template, fill that in first; a text that is meant so stands in quotes, where any text can stand"
)

// complaints are our words for the parser's.
var complaints = map[string]complaint{
	"key":                                 {"a key can't stand here: what is above has its value already", indentIt, diag.NotYAML},
	"template":                            {"{{ opens a mapping inside a mapping, and is not closed as one", fillIt, diag.Unfilled},
	"statement":                           {"{% begins a statement of a template", "run the template first, and give its output to tmodel", diag.Unfilled},
	"behind":                              {"text stands behind the closing quote", "put all of the text in quotes; a quote in it is written '' in single quotes and \\\" in double quotes", diag.NeedsQuotes},
	"stray":                               {"nothing is open that this could close", "remove it, or put the text in quotes", diag.NotYAML},
	"comma":                               {"a value is expected before this comma", "write the value, or remove the comma", diag.NotYAML},
	"tab":                                 {"a tab can't indent", useSpaces, diag.TabIndent},
	"did not find expected ',' or ']'":    {"a comma or ] is expected before this", "put commas between the items, and quotes around a text that has commas, brackets or colons in it", diag.NotYAML},
	"did not find expected ',' or '}'":    {"a comma or } is expected before this", "put commas between the keys, and quotes around a text that has commas, braces or colons in it", diag.NotYAML},
	"did not find expected key":           {"this fits nothing that is open here", "look at the indentation, for a bracket too many, and for text behind a closing quote or bracket", diag.NotYAML},
	"did not find expected '-' indicator": {"a list is open here, and this is none of its items", "begin an item with - under the items above, or align a key with the keys that it stands beside", diag.NotYAML},
	"did not find expected node content":  {"a value is expected here", "write the value, or remove the comma, bracket or brace too many", diag.NotYAML},
	"block sequence entries are not allowed in this context":       {"a list with - can't begin here", "begin the list on a line of its own, or write it in brackets: [a, b]", diag.NotYAML},
	"mapping keys are not allowed in this context":                 {"a ? begins a key here, where none can be", quoteIt, diag.NotYAML},
	"could not find expected ':'":                                  {"a key is expected here, and this has no colon", `write "key: value" with a space after the colon; a text of several lines is indented below its key`, diag.NotYAML},
	"found character that cannot start any token":                  {"a text can't begin with this character", quoteIt, diag.NeedsQuotes},
	"found a tab character that violates indentation":              {"a tab can't indent", useSpaces, diag.TabIndent},
	"found a tab character where an indentation space is expected": {"a tab can't indent", useSpaces, diag.TabIndent},
	"found unexpected end of stream":                               {"the quote that opens here is never closed", "close it; an apostrophe in single quotes is written twice", diag.Unclosed},
	"found unexpected document indicator":                          {"the text in quotes runs into a --- or ... line", "close the quote", diag.Unclosed},
	"found unknown escape character":                               {`a backslash in double quotes begins an escape, and this is none`, `write the backslash twice, or use single quotes`, diag.NeedsQuotes},
	"did not find expected hexdecimal number":                      {`\x, \u and \U in double quotes want 2, 4 and 8 hexadecimal digits`, `write a backslash itself twice, or use single quotes`, diag.NeedsQuotes},
	"found invalid Unicode character escape code":                  {"the escape stands for no character", `write a backslash itself twice, or use single quotes`, diag.NeedsQuotes},
	"did not find expected comment or line break":                  {"the text that | or > begins stands on the lines below", "begin the text on the next line, indented; or put it in quotes", diag.NotYAML},
	"found undefined tag handle":                                   {"the ! begins a tag, and the language has none", quoteIt, diag.NeedsQuotes},
	"did not find expected tag URI":                                {"the ! begins a tag, and the language has none", quoteIt, diag.NeedsQuotes},
	"did not find expected whitespace or line break":               {"the ! begins a tag, and the language has none", quoteIt, diag.NeedsQuotes},
	"did not find expected '!'":                                    {"the ! begins a tag, and the language has none", quoteIt, diag.NeedsQuotes},
	"did not find expected alphabetic or numeric character":        {"& and * begin an anchor or an alias, whose name is letters, digits, - and _", quoteIt, diag.NeedsQuotes},
	"did not find expected <document start>":                       {"text follows the end of the document", "remove the ... line, or what follows it", diag.NotYAML},
	"found unknown directive name":                                 {"a line that begins with % is a directive, and this is none", "remove the line, or put the text in quotes", diag.NotYAML},
	"found incompatible YAML document":                             {"the file says that it is in another version of YAML", "remove the %YAML line, or write 1.2", diag.NotYAML},
}
