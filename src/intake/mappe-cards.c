/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-foreign-rows-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350): a card a row. */

/**
 * Card: what of the card is not a cell
 * @full_name: FN
 * @is_organisation: by KIND, or by what Apple writes instead
 * @is_group: it is a list of cards
 * @has_name: a structured name was there
 * @email_rank: of the e-mail that was taken: the preferred one wins
 */
typedef struct {
  char    *full_name;
  gboolean is_organisation, has_name, is_group;
  int      email_rank;
} Card;

static const char *
part (char *const *parts, guint at)
{
  for (guint i = 0; parts[i] != NULL; i++)
    if (i == at)
      return parts[i];
  return "";
}

/* "Müller;Anna;Maria;Dr.;" */
static void
take_name (MappeForeignRows *self, Card *card, const char *value)
{
  g_auto (GStrv) parts = mappe_content_parts (value, ';');

  mappe_foreign_rows_put (self, MAPPE_CARD_LAST_NAME, part (parts, 0), " ");
  mappe_foreign_rows_put (self, MAPPE_CARD_FIRST_NAME, part (parts, 1), " ");
  mappe_foreign_rows_put (self, MAPPE_CARD_FIRST_NAME, part (parts, 2), " ");
  mappe_foreign_rows_put (self, MAPPE_CARD_TITLE, part (parts, 3), " ");
  card->has_name = *part (parts, 0) != '\0' || *part (parts, 1) != '\0';
}

static void
take_organisation (MappeForeignRows *self, const char *value)
{
  g_auto (GStrv) parts = mappe_content_parts (value, ';');

  if (*self->row.cells[MAPPE_CARD_ORGANISATION] != '\0')
    return;
  mappe_foreign_rows_put (self, MAPPE_CARD_ORGANISATION, part (parts, 0), " ");
  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    mappe_foreign_rows_put (self, MAPPE_CARD_UNIT, parts[i], ", ");
}

/* Post box, extension, street, town, region, code, country: as one writes them on a letter. */
static void
take_address (MappeForeignRows *self, const char *value)
{
  g_auto (GStrv) parts = mappe_content_parts (value, ';');
  static const struct { guint part; const char *joiner; } order[] = {
    { 2, "\n" }, { 1, "\n" }, { 0, "\n" }, { 5, "\n" }, { 3, " " }, { 4, "\n" }, { 6, "\n" },
  };

  if (*self->row.cells[MAPPE_CARD_ADDRESS] != '\0')
    return;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      gboolean behind_code = order[i].part == 3 && *part (parts, 5) != '\0';

      mappe_foreign_rows_put (self, MAPPE_CARD_ADDRESS, part (parts, order[i].part),
                              order[i].part == 3 && !behind_code ? "\n" : order[i].joiner);
    }
}

static int
rank_of (MappeForeignRows *self)
{
  const char *preference = mappe_content_reader_parameter (self->content, "PREF");

  if (preference != NULL)
    return (int) CLAMP (g_ascii_strtoll (preference, NULL, 10), 1, 100);
  return mappe_content_reader_has_type (self->content, "pref") ? 1 : 101;
}

static void
take_email (MappeForeignRows *self, Card *card, const char *value)
{
  g_autofree char *text = mappe_content_text (value);
  int rank = rank_of (self);
  char **cells = self->row.cells;

  g_strstrip (text);
  if (*cells[MAPPE_CARD_EMAIL] != '\0' && rank < card->email_rank)
    {
      g_autofree char *other = g_steal_pointer (&cells[MAPPE_CARD_EMAIL]);

      cells[MAPPE_CARD_EMAIL] = g_strdup ("");
      mappe_foreign_rows_put (self, MAPPE_CARD_MORE_EMAIL, other, ", ");
    }
  if (*cells[MAPPE_CARD_EMAIL] == '\0')
    {
      card->email_rank = rank;
      mappe_foreign_rows_put (self, MAPPE_CARD_EMAIL, text, ", ");
    }
  else
    mappe_foreign_rows_put (self, MAPPE_CARD_MORE_EMAIL, text, ", ");
}

/* "tel:+49-711-1" of vCard 4.0; a fax is no telephone. */
static void
take_phone (MappeForeignRows *self, const char *value)
{
  g_autofree char *text = mappe_content_text (value);
  const char *number = g_ascii_strncasecmp (text, "tel:", 4) == 0 ? text + 4 : text;

  if (!mappe_content_reader_has_type (self->content, "fax"))
    mappe_foreign_rows_put (self, MAPPE_CARD_PHONE, number, ", ");
}

static void
take_text (MappeForeignRows *self, guint column, const char *value, const char *joiner)
{
  g_autofree char *text = mappe_content_text (value);

  mappe_foreign_rows_put (self, column, g_strstrip (text), joiner);
}

static void
take_kind (Card *card, const char *name, const char *value)
{
  if (g_str_equal (name, "KIND"))
    {
      card->is_organisation = g_ascii_strcasecmp (value, "org") == 0;
      card->is_group = g_ascii_strcasecmp (value, "group") == 0;
    }
  else if (g_str_equal (name, "X-ABSHOWAS") && g_ascii_strcasecmp (value, "COMPANY") == 0)
    card->is_organisation = TRUE;
}

static void
take_line (MappeForeignRows *self, Card *card, const MappeContentLine *line)
{
  if (line->too_long && (g_str_equal (line->name, "NOTE") || g_str_equal (line->name, "N")))
    self->fault = self->fault != NULL ? self->fault
                                      : g_strdup_printf (_("line %lu is longer than 1 MiB"), (gulong) line->line);
  else if (g_str_equal (line->name, "N"))
    take_name (self, card, line->value);
  else if (g_str_equal (line->name, "FN") && card->full_name == NULL)
    card->full_name = mappe_content_text (line->value);
  else if (g_str_equal (line->name, "ORG"))
    take_organisation (self, line->value);
  else if (g_str_equal (line->name, "TITLE"))
    take_text (self, MAPPE_CARD_POSITION, line->value, ", ");
  else if (g_str_equal (line->name, "ROLE"))
    take_text (self, MAPPE_CARD_FUNCTION, line->value, ", ");
  else if (g_str_equal (line->name, "EMAIL"))
    take_email (self, card, line->value);
  else if (g_str_equal (line->name, "TEL"))
    take_phone (self, line->value);
  else if (g_str_equal (line->name, "ADR"))
    take_address (self, line->value);
  else if (g_str_equal (line->name, "NOTE"))
    take_text (self, MAPPE_CARD_NOTE, line->value, "\n\n");
  else if (g_str_equal (line->name, "UID"))
    {
      g_free (self->uid);
      self->uid = mappe_content_text (line->value);
    }
  else
    take_kind (card, line->name, line->value);
}

/* A card without a structured name: the last word of the full one is taken for the family's. */
static void
split_full_name (MappeForeignRows *self, const char *full_name)
{
  const char *space = strrchr (full_name, ' ');
  g_autofree char *first = space != NULL ? g_strndup (full_name, (gsize) (space - full_name)) : NULL;

  mappe_foreign_rows_put (self, MAPPE_CARD_LAST_NAME, space != NULL ? space + 1 : full_name, " ");
  mappe_foreign_rows_put (self, MAPPE_CARD_FIRST_NAME, first, " ");
}

static void
end_card (MappeForeignRows *self, Card *card)
{
  char **cells = self->row.cells;

  if (card->full_name != NULL)
    g_strstrip (card->full_name);
  if (!card->has_name && *cells[MAPPE_CARD_ORGANISATION] != '\0'
      && (card->full_name == NULL || g_strcmp0 (card->full_name, cells[MAPPE_CARD_ORGANISATION]) == 0))
    card->is_organisation = TRUE;
  if (card->is_organisation && *cells[MAPPE_CARD_ORGANISATION] == '\0')
    mappe_foreign_rows_put (self, MAPPE_CARD_ORGANISATION, card->full_name, " ");
  if (!card->is_organisation && !card->has_name && card->full_name != NULL)
    split_full_name (self, card->full_name);
  if (card->is_group && self->fault == NULL)
    self->fault = g_strdup (_("the card is one of a group"));
  self->row.is_organisation = card->is_organisation;
  self->row.fault = self->fault;
  self->row.uid = self->uid;
}

/* Returns: whether the card was read to its end, and the file beyond it can be */
static gboolean
read_card (MappeForeignRows *self, Card *card, guint64 begin, GError **error)
{
  GError *cause = NULL;
  const MappeContentLine *line;

  mappe_foreign_rows_clear_row (self, begin);
  card->email_rank = G_MAXINT;
  while ((line = mappe_content_reader_next (self->content, &cause)) != NULL)
    {
      if (g_str_equal (line->name, "BEGIN") && g_ascii_strcasecmp (line->value, "VCARD") == 0)
        break;
      if (g_str_equal (line->name, "END") && g_ascii_strcasecmp (line->value, "VCARD") == 0)
        {
          end_card (self, card);
          return TRUE;
        }
      take_line (self, card, line);
    }
  if (cause != NULL)
    g_propagate_error (error, cause);
  else
    mappe_content_reader_fail (self->content, begin, error, _("the card that begins here does not end"));
  return FALSE;
}

/** mappe_cards_next: Reads the next card. */
gboolean
mappe_cards_next (MappeForeignRows *self, gboolean *has_row, GError **error)
{
  GError *cause = NULL;
  const MappeContentLine *line;
  Card card = { 0 };
  gboolean done;

  *has_row = FALSE;
  do
    line = mappe_content_reader_next (self->content, &cause);
  while (line != NULL && !(g_str_equal (line->name, "BEGIN") && g_ascii_strcasecmp (line->value, "VCARD") == 0));
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  if (line == NULL)
    return TRUE;
  *has_row = TRUE;
  done = read_card (self, &card, line->line, error);
  g_free (card.full_name);
  return done;
}
