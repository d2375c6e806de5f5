/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-request-letter.h"

#include <glib/gi18n.h>

#include "mappe-build-council-letter.h"
#include "mappe-council.h"
#include "mappe-date.h"
#include "mappe-feedback.h"
#include "mappe-indicator.h"
#include "mappe-letter-texts.h"
#include "mappe-letters.h"
#include "mappe-missing-values.h"

/* A letter a source. */
typedef struct {
  MappeMissingValuesList *missing;
  GPtrArray              *codes;
  MappeTemplate          *text;
} Requests;

static void
requests_free (gpointer data)
{
  Requests *self = data;

  g_ptr_array_unref (self->codes);
  mappe_missing_values_free (self->missing);
  mappe_template_free (self->text);
  g_free (self);
}

static MappeFilledText *
fill (const Requests *self, const char *code)
{
  const MappeLanguage *language = mappe_missing_values_language (self->missing);
  const MappeRow *council = self->missing->council;
  g_autofree char *today = mappe_date_today (), *day = mappe_language_long_date (language, today);
  g_autofree char *list = mappe_missing_values_words (self->missing, code, language);
  const MappeLetterValue values[] = {
    { "council", council != NULL ? mappe_row_get_text (council, MAPPE_COUNCIL_NAME) : NULL }, { "today", day },
    { "recipient", mappe_missing_values_source_name (self->missing, code, language) }, { "list", list },
  };

  return mappe_letter_text_fill (self->text, values, G_N_ELEMENTS (values));
}

static char *
request_to (guint nth, gpointer data)
{
  g_autoptr (MappeFilledText) filled = fill (data, g_ptr_array_index (((Requests *) data)->codes, nth));

  return g_steal_pointer (&filled->text);
}

/* @text: as it was corrected */
static MappeNode *
request_on_paper (guint nth, const char *text, gpointer data)
{
  const Requests *self = data;
  const MappeLanguage *language = mappe_missing_values_language (self->missing);
  const char *code = g_ptr_array_index (self->codes, nth);
  g_autofree char *today = mappe_date_today ();
  g_autoptr (MappeFilledText) filled = fill (self, code);
  const char *name = mappe_missing_values_source_name (self->missing, code, language);
  const MappeCouncilLetter letter = { "request", self->missing->council, name, filled, today,
                                      self->missing->logo };

  g_free (filled->text);
  filled->text = g_strdup (text);
  return mappe_build_council_letter (&letter, language);
}

static GPtrArray *
source_names (const Requests *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->codes->len; i++)
    g_ptr_array_add (names, g_strdup (mappe_missing_values_source_name (
                                self->missing, g_ptr_array_index (self->codes, i), NULL)));
  return names;
}

static guint
source_of (const Requests *self, gint64 indicator)
{
  guint at;

  for (guint i = 0; i < self->missing->entries->len; i++)
    {
      const MappeMissingValues *entry = g_ptr_array_index (self->missing->entries, i);
      const char *source = mappe_row_get_text (entry->indicator, MAPPE_INDICATOR_SOURCE_KIND);

      if (entry->indicator->id == indicator
          && g_ptr_array_find_with_equal_func (self->codes, source != NULL ? source : "", g_str_equal, &at))
        return at;
    }
  return 0;
}

/* @self: (transfer full), with what is missing and the text */
static void
present (GtkWidget *near, Requests *self, gint64 indicator)
{
  g_autoptr (MappeFilledText) filled = NULL;
  MappeLetters letters = { .title = _("Missing values"), .to = _("Request to"), .text = _("Text of the request"),
                           .copied = _("Request copied"), .letter = request_to, .paper = request_on_paper,
                           .data = self, .data_free = requests_free };

  g_ptr_array_unref (self->codes);
  self->codes = mappe_missing_values_sources (self->missing);
  filled = fill (self, g_ptr_array_index (self->codes, 0));
  letters.subject = g_strdup (filled->subject);
  letters.names = source_names (self);
  letters.first = source_of (self, indicator);
  mappe_letters_show (near, &letters);
}

/* --- reading --- */

typedef struct {
  GtkWidget *near;
  gint64     indicator;
} Request;

static gpointer
read_func (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  MappeMissingValuesList *missing = mappe_missing_values_load (snapshot, data, error);
  MappeTemplate *text = missing != NULL ? mappe_letter_text_load (snapshot, MAPPE_LETTER_REQUEST,
                                                                  mappe_missing_values_language (missing), error)
                                        : NULL;
  Requests *self;

  if (text == NULL)
    {
      g_clear_pointer (&missing, mappe_missing_values_free);
      return NULL;
    }
  self = g_new0 (Requests, 1);
  *self = (Requests) { missing, g_ptr_array_new (), text };
  return self;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  g_autoptr (GtkWidget) near = request->near;
  gint64 indicator = request->indicator;
  g_autoptr (GError) error = NULL;
  Requests *self = mappe_store_read_finish (MAPPE_STORE (source), result, &error);

  g_free (request);
  if (self != NULL && gtk_widget_get_root (near) != NULL && self->missing->entries->len > 0)
    {
      present (near, self, indicator);
      return;
    }
  if (gtk_widget_get_root (near) != NULL && self == NULL)
    mappe_feedback_error (near, error, _("The values were not read"));
  else if (gtk_widget_get_root (near) != NULL)
    mappe_feedback_toast (near, _("No values are missing"));
  g_clear_pointer (&self, requests_free);
}

/**
 * mappe_request_letter_show:
 * @near: a widget of the window concerned
 * @indicator: whose source is shown first; 0 for any
 *
 * Shows, for each source, a text that asks for all values that are missing.
 */
void
mappe_request_letter_show (GtkWidget *near, MappeStore *store, gint64 indicator)
{
  Request *request = g_new0 (Request, 1);

  request->near = g_object_ref (near);
  request->indicator = indicator;
  mappe_store_read_async (store, MAPPE_PRIORITY_PAGE, read_func, mappe_date_today (), g_free,
                          requests_free, NULL, read_cb, request);
}
