# Sourced by the launchers: find_jdk sets JDK to the home of a JDK of release 25 or later.
# It reads each JDK's "release" file and starts no process, for the launcher runs it every time.

jdk_wanted=25

# Is there a JDK of the wanted release in $1, with the program $2 in its bin folder?
is_jdk() {
  local line major=0
  [[ -n $1 && -x $1/bin/$2 && -r $1/release ]] || return 1
  while IFS= read -r line; do
    if [[ $line =~ ^JAVA_VERSION=\"([0-9]+) ]]; then
      major=${BASH_REMATCH[1]}
      break
    fi
  done <"$1/release"
  ((major >= jdk_wanted))
}

# find_jdk PROGRAM: from JAVA_HOME, PATH, and the folders where JDKs are usually installed.
find_jdk() {
  local home java
  JDK=
  if is_jdk "${JAVA_HOME:-}" "$1"; then
    JDK=$JAVA_HOME
    return 0
  fi
  if java=$(type -P java) && java=$(readlink -f "$java") && is_jdk "${java%/bin/java}" "$1"; then
    JDK=${java%/bin/java}
    return 0
  fi
  for home in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/lib/jvm/* /opt/java/* /opt/*jdk* /opt/jvm/* \
    /usr/local/*jdk* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    "$HOME"/.asdf/installs/java/* "$HOME"/.jabba/jdk/*; do
    if is_jdk "$home" "$1"; then
      JDK=$home
      return 0
    fi
  done
  return 1
}

say_no_jdk() {
  echo "gjdbg: needs a JDK $jdk_wanted or later, and found none in JAVA_HOME, PATH or the usual folders." >&2
  echo "gjdbg: install one (https://adoptium.net, or a package such as temurin-$jdk_wanted-jdk) or set JAVA_HOME." >&2
}
