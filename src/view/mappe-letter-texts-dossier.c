/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-letter-texts-dossier.h"

#include <glib/gi18n.h>

#include "mappe-council.h"
#include "mappe-display.h"
#include "mappe-dossier-parts.h"
#include "mappe-letter-text-editor.h"

struct _MappeLetterTextsDossier {
  MappeDossier parent_instance;
};

G_DEFINE_FINAL_TYPE (MappeLetterTextsDossier, mappe_letter_texts_dossier, MAPPE_TYPE_DOSSIER)

static const char *const languages[] = { "de", "en" };

/** Read: @texts: (element-type MappeTemplate): by purpose, in each in the order of languages; @council: (nullable) */
typedef struct {
  GPtrArray *texts;
  MappeRow  *council;
} Read;

static void
read_free (Read *read)
{
  g_ptr_array_unref (read->texts);
  g_clear_pointer (&read->council, mappe_row_unref);
  g_free (read);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Read, read_free)

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  g_autoptr (Read) read = g_new0 (Read, 1);
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_council_kind);
  g_autoptr (GPtrArray) councils = NULL;
  const char *const *purposes = mappe_letter_text_purposes ();

  read->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_template_free);
  for (guint p = 0; purposes[p] != NULL; p++)
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
      {
        MappeTemplate *text = mappe_letter_text_load (snapshot, purposes[p], mappe_language_get (languages[l]), error);

        if (text == NULL)
          return NULL;
        g_ptr_array_add (read->texts, text);
      }
  councils = mappe_snapshot_rows (snapshot, query, error);
  if (councils == NULL)
    return NULL;
  read->council = councils->len > 0 ? mappe_row_ref (g_ptr_array_index (councils, 0)) : NULL;
  return g_steal_pointer (&read);
}

static const char *
title_of (MappeLetterTextsDossier *self, const MappeTemplate *text)
{
  return mappe_display_code (mappe_display_get (mappe_dossier_get_store (MAPPE_DOSSIER (self))), "template_purpose",
                             text->purpose);
}

static void
change_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeLetterTextsDossier *self = MAPPE_LETTER_TEXTS_DOSSIER (widget);
  const Read *read = mappe_dossier_get_result (MAPPE_DOSSIER (self));
  guint at = (guint) g_variant_get_int64 (parameter);
  const MappeTemplate *text;

  if (read == NULL || at >= read->texts->len)
    return;
  text = g_ptr_array_index (read->texts, at);
  mappe_letter_text_editor_open (widget, mappe_dossier_get_store (MAPPE_DOSSIER (self)), text, read->council,
                                 title_of (self, text),
                                 mappe_language_get (languages[at % G_N_ELEMENTS (languages)]));
}

static void
add_text (MappeLetterTextsDossier *self, AdwPreferencesGroup *group, const MappeTemplate *text, guint at)
{
  const char *language = at % 2 == 0 ? _("German") : _("English");
  g_autofree char *about = g_strdup_printf ("%s · %s", language,
                                            text->row != NULL ? _("the council's own text") : _("built-in text"));
  g_autofree char *name = g_strdup_printf ("dossier-text-%u", at);
  g_autofree char *spoken = g_strdup_printf (_("Change the text: %1$s, %2$s"), title_of (self, text), language);
  GtkWidget *row = mappe_dossier_add_fact (group, text->subject != NULL ? text->subject : "–", about);
  GtkWidget *button = gtk_button_new_with_label (_("Change…"));

  gtk_widget_set_name (button, name);
  mappe_dossier_name (button, spoken);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", (gint64) at);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "texts.change");
  mappe_dossier_add_suffix (row, button);
}

static void
mappe_letter_texts_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  MappeLetterTextsDossier *self = MAPPE_LETTER_TEXTS_DOSSIER (dossier);
  const Read *read = result;
  AdwPreferencesGroup *group = NULL;

  mappe_dossier_add_label (box, "title-2", _("Texts of letters"));
  mappe_dossier_add_label (box, "dim-label", _("Letters about a meeting are changed where they are written, in the step"
                                               " “Invitation” of a meeting."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "texts.change", mappe_dossier_is_writable (dossier));
  for (guint i = 0; i < read->texts->len; i++)
    {
      const MappeTemplate *text = g_ptr_array_index (read->texts, i);

      if (i % G_N_ELEMENTS (languages) == 0)
        group = mappe_dossier_add_group (box, title_of (self, text), NULL);
      add_text (self, group, text, i);
    }
}

static void
mappe_letter_texts_dossier_class_init (MappeLetterTextsDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);

  dossier_class->load = load_job;
  dossier_class->result_free = (GDestroyNotify) read_free;
  dossier_class->fill = mappe_letter_texts_dossier_fill;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "texts.change", "x", change_cb);
}

static void
mappe_letter_texts_dossier_init (MappeLetterTextsDossier *self)
{
}
