# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for mappe

_mappe_commands="demo new check list show meeting event closures patrols project review standing practice place citizens volunteers funding search due evaluate export retention erase outgoing import contents chart add set delete undo redo log backup restore dump stats kinds fields"

_mappe_kinds ()
{
  mappe kinds 2> /dev/null | cut -f 1
}

_mappe_fields ()
{
  mappe fields "$1" 2> /dev/null | cut -f 1
}

# _mappe_references FILE KIND
_mappe_references ()
{
  [ -f "$1" ] && mappe list "$1" "$2" --fields reference --format csv --limit 1000 2> /dev/null | tail -n +2
}

# _mappe_words LIST [SUFFIX]: the words of LIST that continue what is typed
_mappe_words ()
{
  local IFS=$' \t\n'
  mapfile -t COMPREPLY < <(compgen -W "$1" -S "${2:-}" -- "$cur")
  if [ -n "${2:-}" ]; then
    compopt -o nospace
  fi
}

_mappe_files ()
{
  compopt -o filenames
  mapfile -t COMPREPLY < <(compgen -f -- "$cur")
}

_mappe_options ()
{
  case $1 in
    demo) echo --lang --force --help ;;
    new) echo --name --help ;;
    list) echo --where --search --sort --limit --format --fields --help ;;
    show) echo --history --help ;;
    meeting) echo --at --format --help ;;
    event) echo --format --lang --help ;;
    export) echo --format --profile --lang --year --until --base --passphrase-file --plain --confirm-changed --output --help ;;
    contents) echo --passphrase-file --help ;;
    import) echo --kind --map --set --encoding --separator --decimal --duplicates --rejected --dry-run --passphrase-file --help ;;
    retention) echo --rules --offer --delete --help ;;
    erase) echo --dry-run --confirm --period --help ;;
    outgoing) echo --limit --help ;;
    closures) echo --notice --lang --help ;;
    patrols) echo --week --format --help ;;
    project) echo --lang --format --help ;;
    review) echo --year --help ;;
    standing) echo --format --help ;;
    practice | place | funding) echo --format --help ;;
    citizens | volunteers) echo --year --format --help ;;
    due) echo --until --format --help ;;
    evaluate) echo --lang --format --help ;;
    chart) echo --type --size --lang --theme --output --help ;;
    search | log) echo --limit --help ;;
    undo | redo) echo --steps --help ;;
    stats) echo --columns --help ;;
    *) echo --help ;;
  esac
}

# The value of an option; fails if $prev is none that takes one.
_mappe_option_value ()
{
  case $prev in
    --lang) _mappe_words "de en" ;;
    --profile) _mappe_words "public members full subject archive" ;;
    --format)
      case ${words[1]} in
        meeting | evaluate | standing | event | practice | place | citizens | volunteers | funding | project) _mappe_words "text json" ;;
        due) _mappe_words "table json" ;;
        export) _mappe_words "pdf odt fodt html akn txt xml ics vcf csv csv-excel json" ;;
        *) _mappe_words "table csv json" ;;
      esac
      ;;
    --type) _mappe_words "run control index change its likert forest displacement season cumulated goals funnel pairing map factors" ;;
    --theme) _mappe_words "light dark print contrast contrast-dark" ;;
    --output | -o | --rejected | --passphrase-file) _mappe_files ;;
    --kind) _mappe_words "$(_mappe_kinds)" ;;
    --encoding) _mappe_words "UTF-8 UTF-16LE UTF-16BE WINDOWS-1252 ISO-8859-1 ISO-8859-15" ;;
    --separator) _mappe_words "semicolon comma tab pipe" ;;
    --duplicates) _mappe_words "new merge skip" ;;
    --where) _mappe_words "$(_mappe_fields "${words[3]:-}")" = ;;
    --sort | --fields) _mappe_words "$(_mappe_fields "${words[3]:-}")" ;;
    --name | --search | --limit | --steps | --at | --until | --size | --notice | --year | --base | --map | --set | --decimal) ;;
    *) return 1 ;;
  esac
}

# What stands at place $cword behind the command: FILE KIND REF FIELD=VALUE…
_mappe_record_argument ()
{
  local command=${words[1]}
  case $cword in
    2) _mappe_files ;;
    3) _mappe_words "$(_mappe_kinds)" ;;
    4)
      case $command in
        show | set | delete) _mappe_words "$(_mappe_references "${words[2]}" "${words[3]}")" ;;
        add) _mappe_words "$(_mappe_fields "${words[3]}")" = ;;
      esac
      ;;
    *)
      case $command in
        add | set) _mappe_words "$(_mappe_fields "${words[3]}")" = ;;
      esac
      ;;
  esac
}

# FILE REF, of the kind that the command is about.
_mappe_one ()
{
  case $cword in
    2) _mappe_files ;;
    3) _mappe_words "$(_mappe_references "${words[2]}" "$1")" ;;
  esac
}

# FILE WHAT; readline takes ":" for a word of its own.
_mappe_what ()
{
  if [ "$cword" = 3 ]; then
    _mappe_words "register calendar contacts list:KIND oparl"
  elif [ "${words[3]:-}:${words[4]:-}" = "list::" ] && [ "$cword" -le 5 ]; then
    [ "$cur" != : ] || cur=
    _mappe_words "$(_mappe_kinds)"
  else
    _mappe_files
  fi
}

_mappe ()
{
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} cword=$COMP_CWORD
  local words=("${COMP_WORDS[@]}")
  COMPREPLY=()
  if [ "$cword" = 1 ]; then
    _mappe_words "$_mappe_commands --help --version"
    return
  fi
  # Readline takes "=" for a word of its own: behind it stands a value, which is free.
  if [ "$cur" = = ] || [ "$prev" = = ]; then
    return
  fi
  if _mappe_option_value; then
    return
  fi
  case $cur in
    -*) _mappe_words "$(_mappe_options "${words[1]}")"; return ;;
  esac
  case ${words[1]} in
    export) _mappe_what ;;
    meeting) _mappe_one meeting ;;
    event) _mappe_one event ;;
    place) _mappe_one area ;;
    practice) _mappe_one best-practice-profile ;;
    funding) _mappe_one funding-application ;;
    list | show | add | set | delete) _mappe_record_argument ;;
    fields) _mappe_words "$(_mappe_kinds)" ;;
    stats)
      case $cword in
        2) _mappe_words "$(mappe stats 2> /dev/null | cut -f 1)" ;;
        3) _mappe_files ;;
      esac
      ;;
    kinds) ;;
    *) _mappe_files ;;
  esac
}

complete -F _mappe mappe
