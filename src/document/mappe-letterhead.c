/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-letterhead.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mappe-council.h"

/* What stands at the top of the letters of the council, and its logo at the top of all documents. */

static const char *
text_of (const MappeRow *council, guint field)
{
  return council != NULL ? mappe_row_get_text (council, field) : NULL;
}

/**
 * mappe_letterhead_lines:
 * @address: a postal address, in lines or in one line with commas
 *
 * Returns: (transfer full): the address in lines, as it stands on an envelope
 */
char *
mappe_letterhead_lines (const char *address)
{
  g_auto (GStrv) parts = g_strsplit (address, strchr (address, '\n') != NULL ? "\n" : ",", -1);

  for (char **part = parts; *part != NULL; part++)
    g_strstrip (*part);
  return g_strjoinv ("\n", parts);
}

/* Fields of the council on one line. */
static char *
join_fields (const MappeRow *council, const guint *fields, guint n_fields, const char *between)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < n_fields; i++)
    {
      g_auto (GStrv) lines = NULL;
      g_autofree char *joined = NULL, *text = NULL;

      if (text_of (council, fields[i]) == NULL)
        continue;
      text = fields[i] == MAPPE_COUNCIL_ADDRESS ? mappe_letterhead_lines (text_of (council, fields[i]))
                                                : g_strdup (text_of (council, fields[i]));
      lines = g_strsplit (text, "\n", -1);
      joined = g_strjoinv (between, lines);
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", joined);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* The name of the council and a line beneath. */
static void
add_head (MappeNode *document, const MappeRow *council, const guint *fields, guint n_fields)
{
  g_autofree char *line = join_fields (council, fields, n_fields, ", ");
  const char *name = text_of (council, MAPPE_COUNCIL_NAME);
  MappeNode *paragraph;

  if (name == NULL && *line == '\0')
    return;
  paragraph = mappe_node_add (document, MAPPE_ROLE_PARAGRAPH);
  if (name != NULL)
    mappe_node_add_text (paragraph, MAPPE_TEXT_BOLD, name);
  if (name != NULL && *line != '\0')
    mappe_node_add_text (paragraph, MAPPE_TEXT_PLAIN, "\n");
  if (*line != '\0')
    mappe_node_add_text (paragraph, MAPPE_TEXT_PLAIN, line);
}

/** mappe_letterhead_add: @council: (nullable); adds its name, and address, telephone and mail as one line */
void
mappe_letterhead_add (MappeNode *document, const MappeRow *council)
{
  static const guint fields[] = { MAPPE_COUNCIL_ADDRESS, MAPPE_COUNCIL_PHONE, MAPPE_COUNCIL_EMAIL };

  add_head (document, council, fields, G_N_ELEMENTS (fields));
}

/** mappe_letterhead_add_day: @council: (nullable); @day: "YYYY-MM-DD"; adds town and day of the letter */
void
mappe_letterhead_add_day (MappeNode *document, const MappeRow *council, const char *day, const MappeLanguage *language)
{
  const char *town = text_of (council, MAPPE_COUNCIL_TOWN);
  g_autofree char *long_day = mappe_language_long_date (language, day);
  g_autofree char *line = g_strconcat (town != NULL ? town : "", town != NULL ? ", " : "", long_day, NULL);

  mappe_node_add_paragraph (document, line);
}

/**
 * mappe_letterhead_add_logo:
 * @council: (nullable): says what stands for the logo to those who cannot see it
 * @logo: (nullable): a file; one that is no picture for a letter is left out
 *
 * Puts the logo before everything else in the document.
 */
void
mappe_letterhead_add_logo (MappeNode *document, const MappeRow *council, GBytes *logo)
{
  MappePicture *picture = logo != NULL ? mappe_picture_new (logo, NULL) : NULL;
  const char *text = text_of (council, MAPPE_COUNCIL_LOGO_TEXT);

  if (picture != NULL)
    mappe_node_add_picture (document, picture, text != NULL ? text : text_of (council, MAPPE_COUNCIL_NAME));
}

static void
append_particular (GString *lines, const char *label, const char *value)
{
  if (value != NULL)
    g_string_append_printf (lines, "%s%s: %s", lines->len > 0 ? "\n" : "", label, value);
}

/**
 * mappe_letterhead_add_address:
 * @council: (nullable)
 * @recipient: name and address, a line each
 * @day: (nullable): "YYYY-MM-DD"
 *
 * Makes a letter of the document: its head, a return address and the recipient in the window, and an information block.
 */
void
mappe_letterhead_add_address (MappeNode *document, const MappeRow *council, const char *recipient, const char *day,
                              const MappeLanguage *language)
{
  static const guint fields[] = { MAPPE_COUNCIL_NAME, MAPPE_COUNCIL_ADDRESS, MAPPE_COUNCIL_WEBSITE };
  g_autofree char *back = join_fields (council, fields, 2, " · ");
  g_autofree char *long_day = day != NULL ? mappe_language_long_date (language, day) : NULL;
  g_autoptr (GString) particulars = g_string_new (NULL);
  MappeNode *field;

  add_head (document, council, fields + 1, 2);
  field = mappe_node_add (document, MAPPE_ROLE_ADDRESS);
  mappe_node_add_paragraph (field, back);
  mappe_node_add_paragraph (field, recipient);
  append_particular (particulars, L_("Telephone"), text_of (council, MAPPE_COUNCIL_PHONE));
  append_particular (particulars, L_("E-mail"), text_of (council, MAPPE_COUNCIL_EMAIL));
  append_particular (particulars, L_("Date"), long_day);
  if (particulars->len > 0)
    mappe_node_add_paragraph (mappe_node_add (document, MAPPE_ROLE_PARTICULARS), particulars->str);
}

static const MappeNode *
child_at (const MappeNode *document, guint i)
{
  return g_ptr_array_index (document->children, i);
}

static guint
end_of_head (const MappeNode *document)
{
  guint end = 0;

  for (guint i = 0; document->role == MAPPE_ROLE_DOCUMENT && i < document->children->len; i++)
    if (child_at (document, i)->role == MAPPE_ROLE_ADDRESS || child_at (document, i)->role == MAPPE_ROLE_PARTICULARS)
      end = i + 1;
  return end;
}

/**
 * mappe_letterhead_end:
 *
 * Returns: number of the first child of a document behind what stands above its title or subject: the head of a letter,
 *   the logo of others
 */
guint
mappe_letterhead_end (const MappeNode *document)
{
  guint end = end_of_head (document);

  return end == 0 && document->children->len > 0 && child_at (document, 0)->picture != NULL ? 1 : end;
}

/** mappe_letterhead_is_letter: Returns: whether the document has an address for the window of an envelope */
gboolean
mappe_letterhead_is_letter (const MappeNode *document)
{
  return end_of_head (document) > 0;
}
