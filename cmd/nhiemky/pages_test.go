package main

import (
	"compress/gzip"
	"context"
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var screenshots = flag.String("screenshots", "", "a folder to which TestPages writes a picture of each page")

// ownArticles are beside those of seeds: a contradiction, and two persons who may be one.
var ownArticles = map[string]string{
	"mot.txt": "Bà Lê Thị Mẫu giữ chức Bí thư Huyện ủy Thanh Ba từ năm 2012 đến năm 2018.\n",
	"hai.txt": "Ông Trần Văn Thử giữ chức Bí thư Huyện ủy Thanh Ba từ năm 2014 đến năm 2016.\n",
	"ba.txt":  "Ngày 12/4/2021, ông Trần Văn Thử, Giám đốc Sở Y tế tỉnh Cà Mau, phát biểu.\n",
}

// servingSeeds runs serve over the articles of seeds and our own until the test ends.
func servingSeeds(t *testing.T, flags ...string) (url string) {
	t.Helper()
	seeds, err := filepath.Abs(filepath.Join("..", "..", "seeds", "articles"))
	if err != nil {
		t.Fatal(err)
	}
	return servingStore(t, func() error {
		if err := os.CopyFS("articles", os.DirFS(seeds)); err != nil {
			return err
		}
		for name, text := range ownArticles {
			if err := os.WriteFile(filepath.Join("articles", name), []byte(text), 0o644); err != nil {
				return err
			}
		}
		return nil
	}, "articles", flags...)
}

// sites are the pages, one of each kind and state, by the name of their pictures.
var sites = []struct{ name, path, has string }{
	{"home", "/", "Trần Lưu Quang"},
	{"search", "/search?q=ba%20dinh", "Quận ủy Ba Đình"},
	{"search-none", "/search?q=zzzz", ""},
	{"person", "/id/person/Hoàng_Minh_Dũng_Tiến", "Bí thư Quận ủy Ba Đình"},
	{"person-career", "/id/person/Trần_Lưu_Quang", "Bí thư Thành ủy Hồ Chí Minh"},
	{"post", "/id/post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội", "Hoàng Minh Dũng Tiến"},
	{"post-at", "/id/post/Bí_thư,_Thành_ủy_Hà_Nội?at=2020", "Vương Đình Huệ"},
	{"post-contradiction", "/id/post/Bí_thư,_Huyện_ủy_Thanh_Ba,_Phú_Thọ", "Trần Văn Thử"},
	{"organization", "/id/organization/Thành_ủy_Hà_Nội", "Bí thư Thành ủy Hà Nội"},
	{"organization-at", "/id/organization/Thành_ủy_Hà_Nội?at=2020-12", "Vương Đình Huệ"},
	{"place", "/id/place/quận_Ba_Đình,_Hà_Nội/D001.1", "phường Ngọc Hà"},
	{"congress", "/id/congress/Đảng_bộ_quận_Ba_Đình,_Hà_Nội/26", "Đảng bộ quận Ba Đình"},
	{"meeting", "/id/meeting/Ban_Chấp_hành_Trung_ương_Đảng/khóa_XII/1", "Ban Chấp hành Trung ương Đảng"},
	{"document", "/id/document/Chỉ_thị/05-CT/TW/khóa_XII", "Bộ Chính trị"},
	{"article", "/id/article/articles/bi-thu-quan-uy-ba-dinh-2017.txt", "Hoàng Minh Dũng Tiến"},
	{"node", "/id/role/Bí_thư", "Bí thư"},
	{"graph", "/graph?node=https://nhiemky.github.io/id/organization/Quận_ủy_Ba_Đình,_Hà_Nội", "quận Ba Đình"},
	{"queries", "/queries", "who-held-post-at.gizmo"},
	{"contradictions", "/work", "Huyện ủy Thanh Ba"},
	{"candidates", "/work?tab=candidates", "Trần Văn Thử"},
	{"decisions", "/work?tab=decisions", ""},
	{"none", "/id/person/Nobody", ""},
}

// views are how somebody looks at the pages.
var views = []struct {
	language, scheme string
	width, height    int64
}{
	{"vi", "light", 1280, 900},
	{"en", "dark", 390, 800},
}

// TestPages opens each page in both languages, wide and light, narrow and dark, in a browser that reaches
// nothing but the server: it says what it should, no script fails, nothing runs over the edge, and
// axe-core finds nothing that shuts somebody out.
func TestPages(t *testing.T) {
	needTool(t, "chromium")
	folder := *screenshots
	if folder != "" {
		folder = mustAbs(t, folder)
	}
	axe := axeScript(t)
	server := servingSeeds(t, "--writable", "--corrections", filepath.Join(t.TempDir(), "corrections.csv"))
	ctx := browser(t)
	for _, v := range views {
		for _, s := range sites {
			t.Run(v.language+"/"+s.name, func(t *testing.T) {
				p := open(t, ctx, server, "/healthz", "404")
				p.do(chromedp.EmulateViewport(v.width, v.height),
					languages(v.language),
					scheme(v.scheme),
					chromedp.Navigate(server+address(s.path)))
				p.until(`document.readyState == "complete" && document.documentElement.lang == "` + v.language + `"`)
				p.says("main", s.has)
				p.until(`document.documentElement.scrollWidth <= innerWidth`)
				if s.name == "graph" {
					p.until(`document.getElementById("drawing").dataset.nodes > 3`)
				}
				p.accessible(axe)
				p.picture(folder, s.name+"-"+v.language)
			})
		}
	}
}

// TestCayleyIsAccessible holds the same of Cayley's four pages.
func TestCayleyIsAccessible(t *testing.T) {
	needTool(t, "chromium")
	folder := *screenshots
	if folder != "" {
		folder = mustAbs(t, folder)
	}
	axe := axeScript(t)
	server, ctx := serving(t), browser(t)
	p := open(t, ctx, server, "/cayley/")
	for _, v := range views {
		p.do(chromedp.EmulateViewport(v.width, v.height))
		for _, c := range []struct {
			page string
			try  func()
		}{
			{"Query", func() { p.write(persons); p.run(); p.says(results, `"Trần Thị Mẫu"`) }},
			{"Query Shape", func() { p.write(steps); p.run(); p.until(`document.querySelectorAll(".graph circle").length >= 2`) }},
			{"Visualize", func() { p.write(steps); p.run(); p.until(`document.querySelectorAll(".graph circle").length >= 2`) }},
			{"Write", func() { p.write(oneQuad) }},
		} {
			p.to(c.page)
			c.try()
			p.accessible(axe)
			p.picture(folder, fmt.Sprintf("cayley-%s-%d", strings.ReplaceAll(strings.ToLower(c.page), " ", "-"), v.width))
		}
	}
}

// labelsApart is true when a drawing of Cayley's UI has come to rest and no label of it lies over another.
const labelsApart = `(() => {
	const boxes = [...document.querySelectorAll(".graph text")].map(t => t.getBoundingClientRect()).filter(b => b.width > 0);
	const now = JSON.stringify(boxes);
	window.still = window.last == now ? window.still + 1 : 0;
	window.last = now;
	return window.still > 20 && boxes.length > 1 && boxes.every((a, i) => boxes.every((b, j) => i >= j ||
		a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 1 || b.bottom <= a.top + 1));
})()`

// TestPagesInUse clicks through the pages as a person would.
func TestPagesInUse(t *testing.T) {
	needTool(t, "chromium")
	t.Setenv(tokenVariable, "the-token-of-this-test")
	pictures := mustAbs(t, *screenshots)
	corrections := filepath.Join(t.TempDir(), "corrections.csv")
	server := servingSeeds(t, "--writable", "--corrections", corrections)
	ctx := browser(t)
	click := func(p *page, selector string) { p.do(chromedp.Click(chromedp.CSS(selector))) }
	for _, c := range []struct {
		name, path string
		try        func(p *page)
	}{
		{"search as one types, and by keys", "/", func(p *page) {
			p.do(chromedp.Focus(chromedp.CSS("#q")), chromedp.KeyEvent("hoang minh dung t"))
			p.says("#found", "Hoàng Minh Dũng Tiến")
			p.do(chromedp.KeyEvent(kb.ArrowDown))
			p.until(`document.activeElement.textContent == "Hoàng Minh Dũng Tiến"`)
			p.do(chromedp.KeyEvent(kb.Enter))
			p.says("h1", "Hoàng Minh Dũng Tiến")
		}},
		{"from a fact to its sentence, and from the sentence to the person", "/id/post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội", func(p *page) {
			click(p, ".tenures summary")
			click(p, ".tenures .said a.source")
			p.until(`document.querySelector(".passage.lit")?.textContent.includes("Hoàng Trọng Quyết")`)
			click(p, ".passage.lit a.mark.person")
			p.says("h1", "Hoàng Trọng Quyết")
		}},
		{"a date by the slider", "/id/post/Bí_thư,_Thành_ủy_Hà_Nội", func(p *page) {
			p.evaluate(`(() => { const s = document.querySelector("input[type=range]"); s.value = 2020 * 12 + 11;
				return s.dispatchEvent(new Event("input", {bubbles: true})); })()`)
			p.until(`[...document.querySelectorAll("tr.certain")].some(r => r.textContent.includes("Vương Đình Huệ")) && location.search == "?at=2020-12"`)
		}},
		{"back to the date before", "/id/post/Bí_thư,_Thành_ủy_Hà_Nội?at=15/6/2020", func(p *page) {
			p.until(`document.querySelector("input[type=range]").value == 2020 * 12 + 5`) // the day is in its month
			drag := func(year, month int) {
				p.evaluate(fmt.Sprintf(`(() => { const s = document.querySelector("input[type=range]"); s.value = %d * 12 + %d - 1;
					s.dispatchEvent(new Event("input", {bubbles: true})); return s.dispatchEvent(new Event("change", {bubbles: true})); })()`, year, month))
				p.until(fmt.Sprintf(`location.search == "?at=%d-%02d"`, year, month))
			}
			holds := func(who string) {
				p.until(`[...document.querySelectorAll("tr.certain")].some(r => r.textContent.includes("` + who + `"))`)
			}
			holds("Vương Đình Huệ")
			drag(2021, 4)
			holds("Đinh Tiến Dũng")
			drag(2020, 12)
			holds("Vương Đình Huệ")
			p.evaluate(`history.back() || true`)
			holds("Đinh Tiến Dũng")
			p.until(`document.getElementById("at").value == "2021-04" && document.querySelector("input[type=range]").value == 2021 * 12 + 3`)
			p.evaluate(`history.back() || true`)
			holds("Vương Đình Huệ")
			p.until(`document.getElementById("at").value == "2020-06-15" && document.querySelector("input[type=range]").value == 2020 * 12 + 5`)
		}},
		{"on paper everything is open", "/id/post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội", func(p *page) {
			p.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}))
			p.until(`[...document.querySelectorAll(".said")].length > 0 && [...document.querySelectorAll(".said")].every(e => e.checkVisibility({contentVisibilityAuto: true}) && e.getBoundingClientRect().height > 0)
				&& !document.querySelector(".top").checkVisibility()`)
			p.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: ""}))
		}},
		{"the language", "/id/person/Hoàng_Minh_Dũng_Tiến", func(p *page) {
			for _, other := range []string{"vi", "en"} {
				if other == "vi" {
					p.do(languages("en"), chromedp.Navigate(p.url+"/"))
				}
				click(p, `nav a[hreflang="`+other+`"]`)
				p.until(`document.documentElement.lang == "` + other + `"`)
				p.do(chromedp.Navigate(p.url + "/queries")) // it is remembered
				p.until(`document.documentElement.lang == "` + other + `"`)
			}
		}},
		{"a named query with a value of mine, run in Cayley's UI", "/queries", func(p *page) {
			p.evaluate(`(() => { const f = [...document.querySelectorAll("form.ask")].find(f => f.query.value == "tenures-of-post.gizmo");
				f.post.value = "Bí thư Quận ủy Ba Đình"; f.querySelector("button").click(); return true; })()`)
			p.until(`localStorage.LAST_QUERY && JSON.parse(localStorage.LAST_QUERY).text.includes("Ba Đình")`)
			p.run()
			p.says(results, "Hoàng Minh Dũng Tiến")
		}},
		{"a named question, drawn: nodes by their labels, none over another", "/cayley/?query=tenures-of-organisation.gizmo&organisation=" +
			url.QueryEscape("Thành ủy Hà Nội"), func(p *page) {
			p.until(`localStorage.LAST_QUERY && JSON.parse(localStorage.LAST_QUERY).text.includes("Thành ủy Hà Nội")`)
			p.to("Visualize")
			p.run()
			p.says(".graph", "Vương Đình Huệ")
			p.says(".graph", "Bí thư Thành ủy Hà Nội")
			p.until(`document.querySelectorAll(".graph circle").length > 8 && !document.querySelector(".graph").textContent.includes("http")`)
			p.until(labelsApart)
			if *screenshots != "" {
				p.picture(pictures, "cayley-named-question")
			}
		}},
		{"a drawing of more than can be read", "/cayley/", func(p *page) {
			p.to("Visualize")
			p.write(`g.V().tag("source").out("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>").tag("target").all()`)
			p.run()
			p.until(`document.querySelectorAll(".graph circle").length == 40`)
			p.says("[role=status]", "40 nodes are drawn; ")
			p.until(labelsApart)
		}},
		{"a drawing that grows", "/graph?node=https://nhiemky.github.io/id/organization/Quận_ủy_Ba_Đình,_Hà_Nội", func(p *page) {
			p.until(`document.getElementById("drawing").dataset.nodes > 3`)
			p.evaluate(`(() => { window.before = +document.getElementById("drawing").dataset.nodes;
				graph.nodes('[kind = "person"]')[0].emit("tap"); return true; })()`)
			p.until(`document.getElementById("drawing").dataset.nodes > window.before`)
		}},
		{"decisions wait for the token", "/work", func(p *page) {
			p.says("main", "Huyện ủy Thanh Ba")
			p.until(`document.querySelector("form[action='/decisions']") == null`)
		}},
		{"a contradiction decided", "/work?token=the-token-of-this-test", func(p *page) {
			click(p, ".decide summary")
			p.evaluate(`(() => { const f = document.querySelector(".decide form"); f.what.value = "wrong"; f.reason.value = "chú thích ảnh nhầm tên"; f.by.value = "Lan";
				f.querySelector("button").click(); return true; })()`)
			p.says("[role=status]", "corrections")
			p.until(`!document.querySelector("main").textContent.includes("Huyện ủy Thanh Ba")`)
			text, err := os.ReadFile(corrections)
			if err != nil || !regexp.MustCompile(`(?m)^wrong,https://nhiemky\.github\.io/id/article/articles/(mot|hai)\.txt#holding/[^,]*,,,,chú thích ảnh nhầm tên,Lan,\d{4}-\d\d-\d\d$`).Match(text) {
				p.Errorf("the file of corrections is %q, %v", text, err)
			}
		}},
		{"a decision taken back", "/work?tab=decisions", func(p *page) {
			p.says("main", "chú thích ảnh nhầm tên")
			click(p, "form[action='/decisions/withdraw'] button")
			p.until(`location.search.includes("done") && !document.querySelector("main").textContent.includes("chú thích ảnh nhầm tên")`)
			p.do(chromedp.Navigate(p.url + "/work"))
			p.says("main", "Huyện ủy Thanh Ba")
		}},
		{"another day in the place of a wrong one", "/work", func(p *page) {
			click(p, ".decide summary")
			p.evaluate(`(() => { const f = document.querySelector(".decide form"); f.what.value = "to"; f.value.value = "6/2013"; f.reason.value = "theo quyết định"; f.by.value = "Lan";
				f.querySelector("button").click(); return true; })()`)
			p.says("[role=status]", "corrections")
		}},
		{"two persons decided to be one", "/work?tab=candidates", func(p *page) {
			p.evaluate(`(() => { const f = [...document.querySelectorAll(".finding")].find(s => s.textContent.includes("Trần Văn Thử")).querySelector("form");
				f.reason.value = "cùng một người"; f.by.value = "Lan"; f.querySelector("button[value=same]").click(); return true; })()`)
			p.says("[role=status]", "corrections")
			p.until(`!document.querySelector("main").textContent.includes("Trần Văn Thử")`)
		}},
		{"without JavaScript", "/", func(p *page) {
			p.do(scripts(true), chromedp.Navigate(p.url+"/"))
			p.do(chromedp.SendKeys(chromedp.CSS("#q"), "bi thu quan uy ba dinh"+kb.Enter), chromedp.WaitVisible(chromedp.CSS(`#q[value="bi thu quan uy ba dinh"]`)))
			click(p, `main .groups a[href*="/id/post/"]`)
			p.do(chromedp.WaitVisible(chromedp.CSS("form.at")), chromedp.SendKeys(chromedp.CSS("#at"), "2019"+kb.Enter), chromedp.WaitVisible(chromedp.CSS("tr.certain")),
				scripts(false))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t, ctx, server, "/healthz")
			p.do(chromedp.EmulateViewport(1280, 900), languages("en"),
				chromedp.Navigate(server+address(c.path)), chromedp.WaitVisible(chromedp.CSS("main")))
			c.try(p)
		})
	}
}

// languages is what the browser asks for.
func languages(accept string) chromedp.Action[chromedp.Void] {
	return call(network.SetExtraHTTPHeaders, network.SetExtraHTTPHeadersParams{Headers: network.Headers{"Accept-Language": accept}})
}

// scheme is light or dark.
func scheme(value string) chromedp.Action[chromedp.Void] {
	return call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: value}}})
}

// scripts lets pages run none, or all.
func scripts(disabled bool) chromedp.Action[chromedp.Void] {
	return call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: disabled})
}

func call[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, params)
		return err
	})
}

// address is a path with its letters escaped.
func address(path string) string {
	u, err := url.Parse(path)
	if err != nil {
		panic(err)
	}
	u.RawQuery = u.Query().Encode()
	return u.String()
}

// axeScript is axe-core.
func axeScript(t *testing.T) string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "axe", "axe.min.js.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// accessible has axe-core look at the page.
func (p *page) accessible(axe string) {
	p.Helper()
	if _, err := chromedp.Run(p.browser, chromedp.Evaluate[bool](axe+";true")); err != nil {
		p.Fatal(err)
	}
	found, err := chromedp.Run(p.browser, chromedp.Evaluate[string](`axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations.map(v =>
		v.id + ": " + v.help + "\n" + v.nodes.map(n => "    " + n.html.slice(0, 200) + " " + n.failureSummary).join("\n")).join("\n"))`, chromedp.EvalAwaitPromise))
	if err != nil || found != "" {
		p.Errorf("axe-core: %s, %v", found, err)
	}
}

// picture writes a picture of the whole page to a folder, if there is one.
func (p *page) picture(folder, name string) {
	p.Helper()
	if folder == "" {
		return
	}
	data, err := chromedp.Run(p.browser, chromedp.FullScreenshot(100))
	if err == nil {
		err = os.MkdirAll(folder, 0o755)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, name+".png"), data, 0o644)
	}
	if err != nil {
		p.Error(err)
	}
}

func mustAbs(t *testing.T, path string) string {
	t.Helper()
	abs, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return abs
}
