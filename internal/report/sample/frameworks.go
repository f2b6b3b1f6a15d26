package sample

import "tmodel/internal/catalog"

// lists are frameworks of a few items, one of them derived, so that those that are shipped change no golden file.
var lists = []catalog.Framework{
	{ID: "aims", Name: "Aims", Edition: "3", Publisher: "Example Office", Year: 2019, URL: "https://example.org/aims", Licence: "public domain", CitedAs: "nist",
		Items: []catalog.Item{
			{ID: "NISTAML.01", Title: "Standstill", Means: "Nothing comes out any more."},
			{ID: "NISTAML.02", Title: "Falsehood", Means: "What comes out is wrong."},
			{ID: "NISTAML.022", Title: "Disguise", Means: "Something is taken for something else.", Under: []string{"NISTAML.02"}},
			{ID: "NISTAML.04", Title: "Abuse", Means: "It is used for what it was not meant for."}}},
	{ID: "top-2023", Name: "Top Two", Edition: "2023", Publisher: "Example Club", Year: 2023, URL: "https://example.org/2023", Licence: "CC BY-SA 4.0", CitedAs: "owasp",
		Items: []catalog.Item{
			{ID: "ML01:2023", Title: "Crafted Inputs", Means: "Somebody makes an input that is misread."},
			{ID: "ML02:2023", Title: "Bad Lessons", Means: "Somebody adds to what is learned from."}}},
	{ID: "top-2024", Name: "Top Two", Edition: "2024", Publisher: "Example Club", Year: 2024, URL: "https://example.org/2024", Licence: "CC BY-SA 4.0", CitedAs: "owasp", From: "top-2023",
		Items: []catalog.Item{
			{ID: "ML01:2024", Title: "Bad Lessons", Means: "Somebody adds to what is learned from.", Was: "ML02:2023"},
			{ID: "ML02:2024", Title: "Inputs Made to Mislead", Means: "Somebody makes an input, or a label in the world, that is misread.", Was: "ML01:2023"}}},
}

var reasons = []catalog.Unseen{
	{ID: "AML.TA0001", Why: "It is made ready elsewhere."},
	{ID: "ML02:2023", Why: "The sample learns nothing."},
}
