package graph

import (
	"net/url"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Each node has a path, and the path leads to the node, however a browser escapes it.
func TestPathsLeadToNodes(t *testing.T) {
	for _, node := range []string{
		nsID + "person/Nguyễn_Văn_A", nsID + "document/Chỉ_thị/05-CT/TW/khóa_XII", nsID + "post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội",
		string(ArticleIRI("a b/100%/c?d#e.txt")), string(ArticleIRI(`x"><y>.txt`)), string(thing("person", "H'Hen Niê (a_b)")), string(thing("place", "tỉnh/A", "P01.1")),
	} {
		path := Path(node)
		u, err := url.Parse(strings.Join(escapeAll(path), "")) // as a browser sends it
		if err != nil {
			t.Fatal(err)
		}
		for _, asked := range []string{path, u.EscapedPath()} {
			if got := NodeAt(asked); got != node {
				t.Errorf("%s: got %s, want %s", asked, got, node)
			}
		}
	}
	if Path("http://example.org/x") != "" || NodeAt("/id/%FF") != "" {
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
	s := memory(t)
	article := string(ArticleIRI("a.txt"))
	for _, text := range []string{"Tiêu đề\r\n\tÔng A \"nói\" \\ \u200b.\n", "Ngắn\n", "Ngắn\n"} {
		if _, err := s.Add(t.Context(), realPlaces(t), []record.Result{{Document: record.Document{Name: "a.txt", Raw: []byte(text)}}}, nil); err != nil {
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
	if _, found, err := s.Text(t.Context(), string(ArticleIRI("b.txt"))); found || err != nil {
		t.Errorf("an article that is not there has a text, %v", err)
	}
}
