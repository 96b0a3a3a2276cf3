#!/bin/sh
# Makes the folders beside this file again from the packages of npm; README.md says what is in them.
# npm checks the packages against the hashes that its registry has; this checks them against ours.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

get() { # package, sha512 as npm writes it
	file=$(npm pack --silent "$1")
	sum=$(openssl dgst -sha512 -binary "$file" | openssl base64 -A)
	[ "sha512-$sum" = "$2" ] || { echo "$1: sha512-$sum, want $2" >&2; exit 1; }
	rm -rf package
	tar xzf "$file"
}

get monaco-editor@0.18.1 sha512-fmL+RFZ2Hrezy+X/5ZczQW51LUmvzfcqOurnkCIRFTyjdVjzR7JvENzI6+VKBJzJdPh6EYL4RoWl92b2Hrk9fw==
to=$here/monaco-editor
rm -rf "$to"
mkdir -p "$to"
cp package/LICENSE package/ThirdPartyNotices.txt "$to"
for file in loader.js editor/editor.main.js editor/editor.main.css editor/editor.main.nls.js \
	base/worker/workerMain.js language/typescript/tsMode.js language/typescript/tsWorker.js \
	language/json/jsonMode.js language/json/jsonWorker.js basic-languages/javascript/javascript.js \
	basic-languages/graphql/graphql.js; do
	mkdir -p "$to/vs/$(dirname $file)"
	gzip -9 -n -c "package/min/vs/$file" > "$to/vs/$file.gz"
done

get material-icons@1.13.14 sha512-kZOfc7xCC0rAT8Q3DQixYAeT+tBqZnxkseQtp2bxBxz7q5pMAC+wmit7vJn1g/l7wRU+HEPq23gER4iPjGs5Cg==
to=$here/material-icons
rm -rf "$to"
mkdir -p "$to"
cp package/LICENSE package/iconfont/material-icons.woff2 "$to"
