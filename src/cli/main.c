/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

#include "mappe-cli.h"
#include "mappe-config.h"
#include "mappe-language.h"

static const MappeCommand commands[] = {
  { "demo", N_("FILE [--lang de|en] [--force]"), N_("Write the demo council"), NULL, mappe_cli_demo },
  { "new", N_("FILE --name NAME"), N_("Start an empty council"), NULL, mappe_cli_new },
  { "check", N_("FILE"), N_("Look for damage, broken references and broken rules"),
    N_("Each finding is a line: rule, kind, reference and field, then what is wrong.\n"
        "The exit code is 1 if there are any."),
    mappe_cli_check },
  { "list", N_("FILE KIND [OPTION…]"), N_("List the records of a kind"),
    N_("A condition is FIELD=VALUE; “!=”, “<”, “<=”, “>” and “>=” work as well.\n"
        "All conditions must hold, but several “=” for the same field are alternatives.\n"
        "An empty value stands for an empty field. References are written like MTG05\n"
        "or #12, dates like 2026-12-31, 31.12.26 or +14."),
    mappe_cli_list },
  { "show", N_("FILE KIND REF [--history]"), N_("Show a record and what is linked with it"), NULL,
    mappe_cli_show },
  { "meeting", N_("FILE REF [--at HH:MM] [--format text|json]"),
    N_("Show a meeting: agenda, presence, quorum, votes, decisions, tasks"),
    N_("Presence and quorum are told for the minute given with --at; without it for now, while\n"
        "the meeting is held, else for its begin. The JSON has an object “quorum” with “present”,\n"
        "“needed”, “quorate” and “rule”; each agenda item has its own."),
    mappe_cli_meeting },
  { "event", N_("FILE REF [--format text|json] [--lang de|en]"),
    N_("Show an event: consents, deployment plan, closures, debrief, check list"), NULL, mappe_cli_event },
  { "closures", N_("FILE [--notice REF] [--lang de|en]"), N_("List the roads that are closed, and the lead times"),
    N_("Reference, road, area, cause, state and who ordered it; then the median and the range of the time\n"
        "from the request to the closed road. --notice REF prints what the public is told."),
    mappe_cli_closures },
  { "standing", N_("FILE [--format text|json]"), N_("Show how the council stands, body by body"),
    N_("Minimums of the bodies that are not kept, last and next meetings, what was done in twelve months,\n"
       "open decisions, terms, money not spent, and reports, debriefs and reviews that are due."),
    mappe_cli_standing },
  { "project", N_("FILE [REF] [--lang de|en] [--format text|json]"),
    N_("Show a project: steps, gate questions, goals, factors, measures, decisions"),
    N_("Without REF the gaps of all projects are listed: priority factors that no programme works on, and programmes\n"
        "that work on no priority. The JSON has “has_goal”: no project starts without a goal with baseline and\n"
        "target."),
    mappe_cli_project },
  { "search", N_("FILE TEXT [--limit N]"), N_("Find records of all kinds, best first"), NULL, mappe_cli_search },
  { "due", N_("FILE [--until DATE] [--format table|json]"), N_("List what is due, as the overview shows it"),
    N_("Day, days left, reference, matter, title and who is in charge, in the groups of the\n"
        "overview. What waits without a day is always listed."),
    mappe_cli_due },
  { "patrols", N_("FILE [--week WEEK] [--format text|csv|ics]"), N_("List the joint foot patrols of a week"),
    N_("WEEK is like 2026-W48; without it the week of today is taken. ics is a calendar (RFC 5545)."),
    mappe_cli_patrols },
  { "review", N_("FILE AGREEMENT [--year YEAR]"), N_("Show the yearly review of an agreement, clause by clause"),
    N_("Duty, offices, duty roster, what the data holds as evidence, and how far it is fulfilled."),
    mappe_cli_review },
  { "practice", N_("FILE [REF] [--format text|json]"), N_("Show best practice and where it was taken to"),
    N_("With REF the profile with all its parts; each with the conditions and the results of its transfers."),
    mappe_cli_practice },
  { "place", N_("FILE REF [--format text|json]"), N_("Show what the council knows of an area"),
    N_("Recorded and perceived deficit, audits, projects and measures, participation, patrols of a year."),
    mappe_cli_place },
  { "citizens", N_("FILE [--year YEAR] [--format text|json]"), N_("Tell what became of the contributions of citizens"),
    N_("Received, answered, realised, median days to the answer, also by participation; then those without an answer."),
    mappe_cli_citizens },
  { "volunteers", N_("FILE [--year YEAR] [--format text|json]"),
    N_("Show volunteers of a year, training due, missing undertakings, thanks"),
    N_("Hours are also told as own share of the applications that they may go into."), mappe_cli_volunteers },
  { "funding", N_("FILE [REF] [--format text|json]"), N_("Show funding programmes and applications by their rules"),
    N_("Each rule is met, not met or unknown. With REF one application, with its papers and payments."),
    mappe_cli_funding },
  { "evaluate", N_("FILE REF [--lang de|en] [--format text|json]"), N_("Tell what may be said of an outcome"),
    N_("REF is a measure, an indicator, or a project for all its measures. What was counted, whether\n"
        "it is more than chance, what it does not show, and how it was computed."),
    mappe_cli_evaluate },
  { "export", N_("FILE WHAT [--format FORMAT] [--profile PROFILE] [--lang de|en] [-o OUT]"),
    N_("Write a document as a file"),
    N_("WHAT is a document and the record it is about, as in minutes:MTG05. What readers of the profile may not\n"
       "see is not in the file. Formats: pdf (tagged), odt, fodt, html, akn, txt.\n"
       "WHAT “register” is the whole council as XML, with the profile “archive” what is closed; “register:REF” all\n"
       "that names a person. With the profile “full” it is sealed under a passphrase, in the format of age.\n"
       "For other programs WHAT is calendar (ics), contacts (vcf), list:KIND (csv, csv-excel), or oparl, which is a\n"
       "folder."),
    mappe_cli_export },
  { "import", N_("FILE IN [--kind KIND] [--map HEADING=FIELD]… [--dry-run]"),
    N_("Take in a register, a table (CSV), an address book (vCard) or a calendar"),
    N_("Of a register (XML) records that are known by their ids are changed, the others added. Each rule\n"
       "that is broken is a line: code, place, line, what is wrong; “*” is a note.\n"
       "Of .csv, .vcf and .ics encoding, separator and columns are guessed and printed. Records with a known\n"
       "reference or id are changed; those that are perhaps there already are left out, added or merged by\n"
       "--duplicates. A line for each that is rejected or has something to say, then the counts; the exit code\n"
       "is 1 if any is rejected. All is one step of undo; with --dry-run nothing is kept."),
    mappe_cli_import },
  { "contents", N_("FILE [--passphrase-file FILE]"), N_("Say what is in an exported file"), NULL,
    mappe_cli_contents },
  { "chart", N_("FILE REF [--type TYPE] [--size WxH] [--lang de|en] [--theme THEME] -o OUT"),
    N_("Draw a chart of an outcome"),
    N_("REF is a measure, an indicator or a project. Types: run, control, index, change, its, likert, forest,\n"
        "displacement, season, cumulated, goals, funnel, multiples; pairing for an area; map for all areas (any REF);\n"
        "factors for the risk and protective factors of a project.\n"
        "OUT ends in .svg, .pdf, .png or .csv."),
    mappe_cli_chart },
  { "add", N_("FILE KIND FIELD=VALUE…"), N_("Add a record"),
    N_("Prints the reference of the new record. FIELD=@PATH stores the content of a file."), mappe_cli_add },
  { "set", N_("FILE KIND REF FIELD=VALUE…"), N_("Change a record"),
    N_("“FIELD=” empties a field. FIELD=@PATH stores the content of a file.\n"
        "All changes are one step of undo."),
    mappe_cli_set },
  { "delete", N_("FILE KIND REF"), N_("Delete a record"), NULL, mappe_cli_delete },
  { "retention", N_("FILE [--rules|--offer TITLE|--delete]"), N_("List what is past its retention period"),
    N_("Due since, records, reference, title, what is to be done. An offer takes in all that is to be offered; its\n"
       "decision is recorded in it (mappe set FILE archive-offer REF decision=taken decided_on=… decided_by=…).\n"
       "“mappe export FILE archive:REF -o FOLDER” writes what goes to the archive: list, XML, minutes, files, hashes."),
    mappe_cli_retention },
  { "erase", N_("FILE person:REF|volunteer:REF|citizen-input:REF [--dry-run|--confirm REF]"),
    N_("Erase personal data for good"),
    N_("Says what goes (-), what stays (=) and what to look through (?). It cannot be undone, and neither can\n"
       "anything that was done before."),
    mappe_cli_erase },
  { "outgoing", N_("FILE [--limit N]"), N_("List what left the house, newest first"),
    N_("When, who, how, document, record, for whom, format, language and the SHA-256 of the bytes."),
    mappe_cli_outgoing },
  { "undo", N_("FILE [--steps N]"), N_("Take back the last steps"), NULL, mappe_cli_undo },
  { "redo", N_("FILE [--steps N]"), N_("Do again what was taken back"), NULL, mappe_cli_redo },
  { "log", N_("FILE [--limit N]"), N_("List what was changed, by whom and when, newest first"), NULL,
    mappe_cli_log },
  { "backup", N_("FILE DEST"), N_("Write a copy that was checked"), NULL, mappe_cli_backup },
  { "restore", N_("BACKUP FILE"), N_("Put a backup in the place of a council"),
    N_("The replaced file is kept beside it with “.before-restore” behind its name."), mappe_cli_restore },
  { "dump", N_("FILE"), N_("Write all records as text, equal for equal content"), NULL, mappe_cli_dump },
  { "stats", N_("[METHOD FILE.csv|--columns]"), N_("Compute an outcome statistic for each row of a table"),
    N_("FILE.csv has a heading with the columns of the method; others are passed over. A series\n"
        "stands in its cell, “;” between the values, or is FILE.csv#COLUMN, with “;rows=A-B” or\n"
        "“;COLUMN=VALUE” if wanted, relative to the table. NA is a gap and never 0. The answer is\n"
        "a table of case_id and what was computed. Without METHOD the methods are listed.\n"
        "A row that cannot be taken is answered with NA, and the exit code is 1."),
    mappe_cli_stats },
  { "kinds", NULL, N_("List the kinds of records"), NULL, mappe_cli_kinds },
  { "fields", N_("KIND"), N_("List the fields of a kind"), NULL, mappe_cli_fields },
};

static void
set_up_language (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  gboolean built = program != NULL && g_str_has_prefix (program, MAPPE_BUILD_ROOT G_DIR_SEPARATOR_S);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, built ? MAPPE_BUILD_LOCALEDIR : MAPPE_LOCALEDIR);
  mappe_language_set_folder (built ? MAPPE_BUILD_LOCALEDIR : MAPPE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static const MappeCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static gboolean
print_help (MappeCli *cli, GError **error)
{
  g_autoptr (GString) text =
      g_string_new (_("Usage: mappe COMMAND …\n\nWorks with council files of Ratsmappe.\n\n"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-10s %s\n", commands[i].name, _(commands[i].summary));
  g_string_append (
      text, _("\n“mappe COMMAND --help” tells more. Exit codes: 0 done, 1 the content is at fault, 2 usage, "
               "3 environment\n(disk, permission, lock).\n"));
  return mappe_cli_write (cli, text->str, error);
}

static gboolean
run (MappeCli *cli, char **words, GError **error)
{
  if (words[0] == NULL)
    return mappe_cli_usage (error, _("which command? “mappe --help” lists them"));
  if (g_str_equal (words[0], "--help") || g_str_equal (words[0], "-h") || g_str_equal (words[0], "help"))
    return print_help (cli, error);
  if (g_str_equal (words[0], "--version"))
    return mappe_cli_print (cli, error, "mappe %s\n", MAPPE_VERSION);
  cli->command = find_command (words[0]);
  if (cli->command == NULL)
    return mappe_cli_usage (error, _("there is no command “%s”; “mappe --help” lists them"), words[0]);
  return cli->command->run (cli, words + 1, error);
}

/* A reader that has seen enough, like head, is no failure. */
static gboolean
is_closed_pipe (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE);
}

static MappeExit
report (const MappeCli *cli, const GError *error)
{
  MappeExit code = mappe_cli_exit_of (error);
  const char *headline = mappe_cli_headline (error);
  g_autofree char *text = NULL;

  if (is_closed_pipe (error))
    return MAPPE_EXIT_DONE;
  text = headline != NULL ? g_strdup_printf ("%s (%s)", headline, error->message) : g_strdup (error->message);
  if (cli->command != NULL)
    mappe_cli_complain ("%s: %s", cli->command->name, text);
  else
    mappe_cli_complain ("%s", text);
  if (code == MAPPE_EXIT_USAGE && cli->command != NULL)
    mappe_cli_complain (_("“mappe %s --help” tells how it is used"), cli->command->name);
  return code;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOutputStream) plain = NULL;
  g_autoptr (GOutputStream) out = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) late = NULL;
  MappeCli cli = { NULL, NULL, MAPPE_EXIT_DONE };
  MappeExit code;

  signal (SIGPIPE, SIG_IGN);
  set_up_language ();
  plain = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  out = g_buffered_output_stream_new_sized (plain, 64 * 1024);
  cli.out = out;
  code = run (&cli, argc > 0 ? argv + 1 : argv, &error) ? cli.exit : report (&cli, error);
  /* What was written before an error is shown, but a full disk is not passed over in silence. */
  if (!g_output_stream_close (out, NULL, &late) && code == MAPPE_EXIT_DONE)
    {
      g_prefix_error (&late, "%s: ", _("standard output"));
      code = report (&cli, late);
    }
  return (int) code;
}
