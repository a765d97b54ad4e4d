#!/usr/bin/env bash
# Lays out what `mvn package` ships: bin/gjdbg, its jars, JNA's library, the AOT cache and the examples, and packs it.
#   make-dist.sh REPOSITORY CLASS_PATH OWN_JAR VERSION
set -euo pipefail
repo=$(cd "$1" && pwd) class_path=$2 own_jar=$3 version=$4
target=$repo/scripting/target
final=$target/dist/gjdbg
dist=$target/dist/staging
source "$repo/scripting/src/main/dist/lib/find-jdk.sh"
find_jdk javac || { say_no_jdk; exit 2; }

rm -rf "$dist"
mkdir -p "$dist/lib/native" "$dist/demo"
# The time from which sources count as newer is when packing began, not when it ended.
touch "$dist/lib/built"
cp -R "$repo/scripting/src/main/dist/." "$dist"
chmod 755 "$dist/bin/gjdbg" "$dist/lib/demo.sh"

# The order of the class path is part of what an AOT cache is checked against, so it is written down.
IFS=: read -ra entries <<<"$class_path"
for entry in "${entries[@]}"; do
  if [[ -d $entry ]]; then
    # Maven gives the module that it is packing as a folder of classes: its jar stands for it
    [[ $entry == "$target/classes" ]] || { echo "make-dist: $entry is no jar: run mvn package, not compile" >&2; exit 2; }
    entry=$own_jar
  fi
  cp -p "$entry" "$dist/lib/"
  echo "${entry##*/}" >>"$dist/lib/class-path"
  if [[ $entry == */jna-[0-9]*.jar ]]; then
    (cd "$dist/lib/native" && "$JDK/bin/jar" xf "$entry" com/sun/jna/linux-x86-64/libjnidispatch.so)
    mv "$dist/lib/native/com/sun/jna/linux-x86-64/libjnidispatch.so" "$dist/lib/native/"
    rm -r "$dist/lib/native/com"
  fi
done

mkdir -p "$dist/examples"
find "$repo/examples" -maxdepth 1 -name '[0-9]*.js' -exec cp -p {} "$dist/examples/" \;
cp -R "$repo/testbins/src/main/resources/gjdbg/testbins/go/bank" "$dist/demo/bank"
if [[ -d $repo/stdlib-scripts/src/main/resources ]]; then
  find "$repo/stdlib-scripts/src/main/resources" -name gjdbg.d.ts -exec cp -p {} "$dist/lib/" \;
fi

# One folder in the place of the other: a gjdbg that runs meanwhile keeps the jars it has open.
rm -rf "$final.old"
[[ ! -d $final ]] || mv "$final" "$final.old"
mv "$dist" "$final"
rm -rf "$final.old"

"$repo/scripting/src/main/packaging/train.sh" "$final" || true

# Times stay as they are: the AOT cache is checked against those of the jars.
tar -C "$target/dist" --owner=0 --group=0 -czf "$target/gjdbg-$version.tar.gz" gjdbg
