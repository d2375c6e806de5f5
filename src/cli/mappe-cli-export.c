/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-cli-register.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mappe-attachment.h"
#include "mappe-cli-exchange.h"
#include "mappe-date.h"
#include "mappe-document-kinds.h"
#include "mappe-format.h"
#include "mappe-outgoing-check.h"
#include "mappe-person.h"
#include "mappe-register-parts.h"

/* Documents as files, without a display. */

typedef struct {
  const MappeDocumentKind *kind;
  char                    *reference;  /* NULL for the whole council */
  const MappeFormat       *format;
  MappeDocumentOrder       order;
  gboolean                 confirmed;
} Wanted;

static char *
list_kinds (void)
{
  GString *words = g_string_new (NULL);
  guint n_kinds;
  const MappeDocumentKind *kinds = mappe_document_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    g_string_append_printf (words, "%s%s%s", i > 0 ? ", " : "", kinds[i].name, kinds[i].about != NULL ? ":REF" : "");
  g_string_append (words, ", register, archive:REF");
  mappe_cli_exchange_append_names (words);
  return g_string_free (words, FALSE);
}

static char *
list_formats (void)
{
  GString *words = g_string_new (NULL);
  guint n_formats;
  const MappeFormat *formats = mappe_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", formats[i].name);
  return g_string_free (words, FALSE);
}

static gboolean
is_yearly (const MappeDocumentKind *kind)
{
  static const char *const yearly[] = { "annual", "thanks", "thanks-letter", NULL };

  return g_strv_contains (yearly, kind->name);
}

/* Documents of a year may be named with it: "annual:2025". */
static gboolean
read_year (const char *typed, Wanted *wanted)
{
  guint64 year = 0;

  if (!is_yearly (wanted->kind) || !g_ascii_string_to_unsigned (typed, 10, 1900, 9999, &year, NULL))
    return FALSE;
  wanted->order.year = (int) year;
  return TRUE;
}

/* "minutes:MTG05", "contributions" */
static gboolean
read_what (const char *typed, Wanted *wanted, GError **error)
{
  const char *colon = strchr (typed, ':');
  g_autofree char *name = colon != NULL ? g_strndup (typed, (gsize) (colon - typed)) : g_strdup (typed);
  g_autofree char *names = list_kinds ();

  wanted->kind = mappe_document_kind_find (name);
  if (wanted->kind == NULL)
    return mappe_cli_usage (error, _("there is no document “%s”; there are %s"), name, names);
  if (wanted->order.year != 0 && !is_yearly (wanted->kind))
    return mappe_cli_usage (error, _("“%s” is not about a year: --year is not for it"), name);
  if (wanted->kind->about == NULL && colon != NULL && read_year (colon + 1, wanted))
    return TRUE;
  if ((wanted->kind->about != NULL) != (colon != NULL && colon[1] != '\0'))
    return mappe_cli_usage (error,
                            wanted->kind->about != NULL ? _("“%s” needs the record it is about, as in “%s:REF”")
                                                        : _("“%s” is about the whole council: “%s”"), name, name);
  wanted->reference = colon != NULL ? g_strdup (colon + 1) : NULL;
  return TRUE;
}

/* What is not typed is told by the name of the file. */
static gboolean
read_format (const char *typed, const char *path, Wanted *wanted, GError **error)
{
  const char *dot = path != NULL ? strrchr (path, '.') : NULL;
  const char *name = typed != NULL ? typed : dot != NULL && strchr (dot, '/') == NULL ? dot + 1 : "txt";
  g_autofree char *names = list_formats ();

  wanted->format = mappe_format_find (name);
  return wanted->format != NULL || mappe_cli_usage (error, _("--format takes one of %s, not “%s”"), names, name);
}

static gboolean
read_profile (const char *typed, Wanted *wanted, GError **error)
{
  static const char *const profiles[] = { "public", "members", "full" };

  /* What a person asks for of themselves tells them all. */
  if (g_strcmp0 (typed, "subject") == 0 && wanted->kind->about == &mappe_person_kind)
    typed = "full";
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    if (g_strcmp0 (typed != NULL ? typed : "public", profiles[i]) == 0)
      {
        wanted->order.reader = (MappeClass) i;
        return TRUE;
      }
  if (g_strcmp0 (typed, "subject") == 0 && wanted->kind->about == &mappe_person_kind)
    {
      wanted->order.reader = MAPPE_CLASS_CONFIDENTIAL;
      return TRUE;
    }
  return mappe_cli_usage (error, _("--profile takes public, members or full, not “%s”"), typed);
}

static gboolean
write_out (MappeCli *cli, GBytes *bytes, const char *path, GError **error)
{
  gsize length;
  const void *content = g_bytes_get_data (bytes, &length);

  if (path != NULL && !g_str_equal (path, "-"))
    return mappe_save_bytes (bytes, path, error);
  return g_output_stream_write_all (cli->out, content, length, NULL, NULL, error);
}

/* A file that can only be read is exported from all the same; then nobody can note it. */
static MappeStore *
open_council (const char *file, GError **error)
{
  MappeStore *store = mappe_cli_open (file, MAPPE_STORE_OPEN_DEFAULT, NULL);

  return store != NULL ? store : mappe_cli_open (file, MAPPE_STORE_OPEN_READ_ONLY, error);
}

/* Parts that are for others now than when they last went out are named, and nothing goes out before somebody has said
 * that it is right so. */
static gboolean
judge_changes (MappeStore *store, const MappeOutgoing *outgoing, gboolean confirmed, GError **error)
{
  g_autoptr (GPtrArray) changes = mappe_outgoing_changes (store, outgoing, error);

  for (guint i = 0; changes != NULL && !confirmed && i < changes->len; i++)
    {
      g_autofree char *words = mappe_outgoing_words (g_ptr_array_index (changes, i), NULL);

      mappe_cli_complain ("%s", words);
    }
  return changes != NULL
         && (changes->len == 0 || confirmed
             || mappe_cli_wrong (error, _("nothing was written: what is named above is for others now than when it last"
                                          " went out; if that is right, say --confirm-changed")));
}

static MappeOutgoing *
outgoing_of (MappeStore *store, const Wanted *wanted, gint64 id, GError **error)
{
  g_autoptr (MappeOutgoing) outgoing = mappe_outgoing_new (wanted->kind->name, id, (int) wanted->order.reader,
                                                           wanted->format->name, "exported");

  outgoing->reference = g_strdup (wanted->reference);
  if (wanted->order.language != NULL)
    outgoing->language = g_strdup (mappe_language_get_code (wanted->order.language));
  outgoing->parts = mappe_outgoing_parts (wanted->kind, store, id, &wanted->order, error);
  return outgoing->parts != NULL ? g_steal_pointer (&outgoing) : NULL;
}

static gboolean
export (MappeCli *cli, const char *file, const Wanted *wanted, const char *path, GError **error)
{
  g_autoptr (MappeOpened) store = open_council (file, error);
  gint64 id = store != NULL && wanted->reference != NULL
                  ? mappe_cli_find (store, wanted->kind->about, wanted->reference, error) : 0;
  g_autoptr (MappeNode) document = NULL;
  g_autoptr (MappeOutgoing) outgoing = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (store == NULL || (wanted->reference != NULL && id == 0))
    return FALSE;
  /* What is stored of a person is in attached files too. */
  if (wanted->kind->about == &mappe_person_kind && !mappe_attachment_feed (store, NULL, error))
    return FALSE;
  document = mappe_document_make (wanted->kind, store, id, &wanted->order, error);
  outgoing = document != NULL ? outgoing_of (store, wanted, id, error) : NULL;
  if (outgoing == NULL || !judge_changes (store, outgoing, wanted->confirmed, error))
    return FALSE;
  if (g_str_equal (wanted->format->name, "pdf") && mappe_format_lacks_signs (document))
    mappe_cli_complain ("%s", _("The fonts of this computer lack a character of it; boxes are printed."));
  bytes = wanted->format->write (document, error);
  if (bytes == NULL || !write_out (cli, bytes, path, error))
    return FALSE;
  outgoing->hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return mappe_store_get_state (store) != MAPPE_STORE_WRITABLE || mappe_store_note_outgoing (store, outgoing, error);
}

/* What holds the whole council says of each record for whom it is; tables and calendars have no parts. */
static gboolean
is_whole_council (const char *what)
{
  return g_str_equal (what, "register") || g_str_equal (what, "oparl");
}

/* --- files that are no documents: the register, tables, calendars --- */

/* Returns: (transfer full) (nullable): what is going to leave the house, judged before it does */
static MappeOutgoing *
look_at_other (const char *file, const char *what, const char *profile, const char *format, gboolean confirmed,
               GError **error)
{
  g_autoptr (MappeOpened) store = open_council (file, error);
  int reader = g_strcmp0 (profile, "members") == 0 ? 1 : profile == NULL || g_strcmp0 (profile, "public") == 0 ? 0 : 2;
  g_autoptr (MappeOutgoing) outgoing = mappe_outgoing_new (what, 0, reader, format != NULL ? format : "", "exported");

  if (store == NULL)
    return NULL;
  outgoing->parts = is_whole_council (what) ? mappe_register_parts (store, error) : mappe_outgoing_parts_new ();
  return outgoing->parts != NULL && judge_changes (store, outgoing, confirmed, error) ? g_steal_pointer (&outgoing)
                                                                                      : NULL;
}

static gboolean
note_other (const char *file, MappeOutgoing *outgoing, const char *path, GError **error)
{
  g_autoptr (MappeOpened) store = open_council (file, error);

  if (store == NULL)
    return FALSE;
  if (path != NULL)
    outgoing->hash = mappe_outgoing_hash_file (path);
  return mappe_store_get_state (store) != MAPPE_STORE_WRITABLE || mappe_store_note_outgoing (store, outgoing, error);
}

static gboolean
export_other (MappeCli *cli, const char *file, const MappeCliExchange *data, const MappeCliRegister *whole,
              gboolean confirmed, GError **error)
{
  g_autoptr (MappeOutgoing) outgoing = look_at_other (file, data->what, data->profile, data->format, confirmed, error);
  gboolean done = FALSE;

  if (outgoing == NULL)
    return FALSE;
  if (mappe_cli_is_exchange (data->what))
    done = mappe_cli_export_exchange (cli, file, data, error);
  else if (mappe_cli_is_archive (data->what))
    done = mappe_cli_export_archive (file, data->what, whole->language, whole->path, error);
  else
    done = mappe_cli_export_register (file, whole, error);
  return done && note_other (file, outgoing, data->path, error);
}

/** mappe_cli_export: Writes a document as a file in one of the formats, for the readers of a profile. */
gboolean
mappe_cli_export (MappeCli *cli, char **arguments, GError **error)
{
  g_autofree char *format = NULL, *profile = NULL, *lang = NULL, *path = NULL, *until = NULL, *base = NULL;
  g_autofree char *phrase_file = NULL;
  gboolean plain = FALSE;
  g_autofree char *today = mappe_date_today ();
  int year = 0;
  gboolean confirmed = FALSE;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_("Format; without it the extension of OUT tells"),
      N_("FORMAT") },
    { "profile", 'p', 0, G_OPTION_ARG_FILENAME, &profile, N_("Who will read it; what they may not see is left out"),
      N_("public|members|full|subject|archive") },
    { "lang", 'l', 0, G_OPTION_ARG_FILENAME, &lang, N_("Language of the text"), N_("de|en") },
    { "year", 'y', 0, G_OPTION_ARG_INT, &year, N_("Year of a yearly document"), N_("YEAR") },
    { "until", 'u', 0, G_OPTION_ARG_FILENAME, &until, N_("Last day of what a register offers to the archive"),
      N_("DATE") },
    { "base", 'b', 0, G_OPTION_ARG_FILENAME, &base, N_("Address that a folder of OParl will have"), N_("URL") },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &phrase_file,
      N_("File whose first line is the passphrase that seals a register"), N_("FILE") },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &plain, N_("Write a full register that everybody can read"), NULL },
    { "confirm-changed", 'c', 0, G_OPTION_ARG_NONE, &confirmed,
      N_("Write it although parts are for others now than when they last went out"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("File to write; without it, standard output"), N_("OUT") },
    { NULL }
  };
  g_auto (GStrv) rest = NULL;
  Wanted wanted = { 0 };
  gboolean done = FALSE;

  if (!mappe_cli_parse (cli, entries, arguments, 2, 2, &rest, error) || rest == NULL)
    return rest == NULL && *error == NULL;
  wanted.order = (MappeDocumentOrder) { .language = mappe_language_get (lang), .today = today, .year = year };
  wanted.confirmed = confirmed;
  if (lang != NULL && wanted.order.language == NULL)
    mappe_cli_usage (error, _("--lang takes de or en, not “%s”"), lang);
  else if ((plain || phrase_file != NULL) && !mappe_cli_is_register (rest[1]))
    mappe_cli_usage (error, _("only a register is sealed: --plain and --passphrase-file belong to it"));
  else if (mappe_cli_is_exchange (rest[1]) || mappe_cli_is_archive (rest[1]) || mappe_cli_is_register (rest[1]))
    {
      const MappeCliExchange data = { rest[1], format, profile, base, path, wanted.order.language, today };
      const MappeCliRegister whole = { rest[1], format, profile, lang, until, phrase_file, plain, path };

      done = export_other (cli, rest[0], &data, &whole, confirmed, error);
    }
  else if (read_what (rest[1], &wanted, error) && read_format (format, path, &wanted, error)
           && read_profile (profile, &wanted, error))
    done = export (cli, rest[0], &wanted, path, error);
  g_free (wanted.reference);
  return done;
}
