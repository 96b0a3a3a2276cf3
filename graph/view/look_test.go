package view_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/storetest"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Each node has a path, and the path leads to the node, however a browser escapes it.
func TestPathsLeadToNodes(t *testing.T) {
	for _, node := range []string{
		vocab.NamespaceID + "person/Nguyễn_Văn_A", vocab.NamespaceID + "document/Chỉ_thị/05-CT/TW/khóa_XII", vocab.NamespaceID + "post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội",
		string(vocab.ArticleIRI("a b/100%/c?d#e.txt")), string(vocab.ArticleIRI(`x"><y>.txt`)), string(vocab.ThingIRI("person", "H'Hen Niê (a_b)")), string(vocab.ThingIRI("place", "tỉnh/A", "P01.1")),
	} {
		path := vocab.Path(node)
		u, err := url.Parse(strings.Join(escapeAll(path), "")) // as a browser sends it
		if err != nil {
			t.Fatal(err)
		}
		for _, asked := range []string{path, u.EscapedPath()} {
			if got := vocab.NodeAt(asked); got != node {
				t.Errorf("%s: got %s, want %s", asked, got, node)
			}
		}
	}
	if vocab.Path("http://example.org/x") != "" || vocab.NodeAt("/id/%FF") != "" {
		t.Error("a node of others has a path, or bytes that are no text a node")
	}
}

// escapeAll escapes every byte of a path that stands for itself.
func escapeAll(path string) (out []string) {
	for i := 0; i < len(path); i++ {
		if c := path[i]; c >= 0x80 {
			out = append(out, "%"+strings.ToLower(string("0123456789ABCDEF"[c>>4])+string("0123456789ABCDEF"[c&15])))
			continue
		}
		out = append(out, path[i:i+1])
	}
	return out
}

// The words of an article stay byte for byte, change with it, and are in no export.
func TestTextOfArticles(t *testing.T) {
	s := storetest.Memory(t)
	article := string(vocab.ArticleIRI("a.txt"))
	for _, text := range []string{"Tiêu đề\r\n\tÔng A \"nói\" \\ \u200b.\n", "Ngắn\n", "Ngắn\n"} {
		if _, err := ingest.Add(t.Context(), s, graphtest.RealPlaces(t), []record.Result{{Document: record.Document{Name: "a.txt", Raw: []byte(text)}}}, nil); err != nil {
			t.Fatal(err)
		}
		if got, found, err := s.Text(t.Context(), article); err != nil || !found || got != text {
			t.Errorf("got %q, %v, %v; want %q", got, found, err, text)
		}
	}
	var export strings.Builder
	if err := s.Export(t.Context(), &export); err != nil || strings.Contains(export.String(), "Ngắn") {
		t.Errorf("the export is %s, %v", export.String(), err)
	}
	if _, found, err := s.Text(t.Context(), string(vocab.ArticleIRI("b.txt"))); found || err != nil {
		t.Errorf("an article that is not there has a text, %v", err)
	}
}
