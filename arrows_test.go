package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// arrows says which packages of the module, and which libraries it must keep to itself, a package may
// import. A package below another has the arrows of that one, and may import it and its neighbours.
var arrows = map[string]string{
	"":         "lang tagger extract input output model github.com/urfave/cli/v2 golang.org/x/term",
	"model":    "",
	"input":    "html golang.org/x/text github.com/andybalholm/brotli github.com/klauspost/compress github.com/therootcompany/xz",
	"html":     "golang.org/x/net",
	"output":   "model github.com/klauspost/compress",
	"lang":     "github.com/pemistahl/lingua-go golang.org/x/text",
	"tagger":   "github.com/jdkato/prose/v2",
	"extract":  "internal/letters model golang.org/x/text github.com/pelletier/go-toml/v2",
	"internal": "",
	"tools":    "", // for releases alone
}

// TestArrows keeps the packages apart, as ARCHITECTURE.md draws them, and os.Exit in main.
func TestArrows(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "vendor") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			return err
		}
		dir := path.Dir(filepath.ToSlash(file))
		if dir != "." && f.Name.Name == "main" {
			return nil // a generator: no part of the program
		}
		top, _, _ := strings.Cut(strings.TrimPrefix(dir, "."), "/")
		seen[top] = true
		checkImports(t, file, top, f)
		checkExits(t, file, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range arrows {
		if !seen[pkg] {
			t.Errorf("there is no package %q any more", pkg)
		}
	}
}

func checkImports(t *testing.T, file, pkg string, f *ast.File) {
	allowed, known := arrows[pkg]
	if !known {
		t.Errorf("%s: package %s has no arrows; draw them in arrows and in ARCHITECTURE.md", file, pkg)
		return
	}
	for _, imp := range f.Imports {
		to, _ := strconv.Unquote(imp.Path.Value)
		local, ours := strings.CutPrefix(to, "extract/")
		if !ours && !strings.Contains(strings.Split(to, "/")[0], ".") {
			continue // the standard library
		}
		if ours {
			to = local
		}
		ok := ours && pkg != "" && strings.Split(to, "/")[0] == pkg
		for _, a := range strings.Fields(allowed) {
			ok = ok || to == a || !ours && strings.HasPrefix(to, a+"/")
		}
		if !ok {
			t.Errorf("%s imports %s, which package %q must not", file, to, pkg)
		}
	}
}

// checkExits finds calls that end the process anywhere but in the function main.
func checkExits(t *testing.T, file string, f *ast.File) {
	for _, decl := range f.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok && f.Name.Name == "main" && fn.Name.Name == "main" {
			continue
		}
		ast.Inspect(decl, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if pkg, ok := sel.X.(*ast.Ident); ok {
					if name := pkg.Name + "." + sel.Sel.Name; name == "os.Exit" || strings.HasPrefix(name, "log.Fatal") {
						t.Errorf("%s: %s outside main", file, name)
					}
				}
			}
			return true
		})
	}
}

// TestNoLanguageInTheEngine finds languages in the Go files of the engine: what is special about one
// belongs in its pack.
func TestNoLanguageInTheEngine(t *testing.T) {
	packs, err := os.ReadDir("extract/packs")
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]bool{}
	for _, p := range packs {
		if p.IsDir() && p.Name() != "common" {
			codes[strconv.Quote(p.Name())] = true
		}
	}
	files, err := filepath.Glob("extract/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && codes[lit.Value] {
				t.Errorf("%s: %s names a language", fset.Position(lit.Pos()), lit.Value)
			}
			return true
		})
	}
}
