# Sourced by data/run and tests/run: what a fresh Debian 12 needs.  Quick when nothing is missing.
# shellcheck shell=bash

build_packages=(gcc libc6-dev meson ninja-build pkgconf gettext libglib2.0-dev-bin libgtk-4-dev libadwaita-1-dev
  libsqlite3-dev tzdata libxml2-dev libzip-dev libqpdf-dev liblcms2-dev libsodium-dev libpoppler-glib-dev libpango1.0-dev libpng-dev libharfbuzz-dev libgtk-4-bin adwaita-icon-theme
  gsettings-desktop-schemas shared-mime-info desktop-file-utils)
test_packages=(xvfb xfwm4 dbus at-spi2-core python3 python3-gi xdotool x11-utils imagemagick fonts-cantarell
  libglib2.0-bin locales faketime appstream libxml2-utils universal-ctags librsvg2-bin librsvg2-common
  poppler-utils qpdf unzip age minisign python3-icalendar python3-vobject python3-jsonschema python3-pikepdf)

as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

need_packages ()
{
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f '${Status}' "$name" 2> /dev/null | grep -q ' installed$' || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  echo "Installing ${missing[*]}" >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
}

# need_locale de_DE: makes de_DE.UTF-8 when it is missing.
need_locale ()
{
  # grep reads all of its input: with -q it would close the pipe early, and pipefail would take that as a failure
  locale -a | grep -ix "$1\.utf-\?8" > /dev/null || as_root localedef -i "$1" -f UTF-8 "$1.UTF-8"
}

# quietly COMMAND…: its output is shown only when it fails.
quietly ()
{
  local log status=0
  log=$(mktemp)
  "$@" > "$log" 2>&1 || status=$?
  [ "$status" = 0 ] || cat "$log" >&2
  rm -f "$log"
  return "$status"
}
