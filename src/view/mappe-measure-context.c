/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-measure-context.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "mappe-columns.h"
#include "mappe-language.h"
#include "mappe-measure.h"
#include "mappe-project.h"
#include "mappe-wrap-layout.h"

#define STEPS 7

/* --- Beccaria --- */

static GtkWidget *
step_new (MappeCodes *codes, int step, int now)
{
  g_autofree char *code = g_strdup_printf ("%d", step);
  const char *label = mappe_codes_label (codes, "beccaria_step", code, mappe_language_is_german (NULL));
  g_autofree char *text = g_strdup_printf ("%s%s", step < now ? "✓ " : "", code);
  g_autofree char *name = g_strdup_printf ("%s: %s", code, label != NULL ? label : "");
  GtkWidget *widget = gtk_label_new (NULL);

  /* Only where the project stands is written out: seven names are more than a line holds. */
  if (step == now && label != NULL)
    {
      g_free (text);
      text = g_strdup_printf ("%s %s", code, label);
    }
  gtk_label_set_label (GTK_LABEL (widget), text);
  gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
  gtk_widget_add_css_class (widget, "beccaria-step");
  if (now > 0)
    gtk_widget_add_css_class (widget, step < now ? "passed" : step == now ? "reached" : "ahead");
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return widget;
}

/**
 * mappe_beccaria_strip_new:
 * @codes: labels of the steps
 * @project: (nullable): its step is marked
 *
 * Returns: (transfer floating) (nullable): the seven steps of the Beccaria standards; %NULL without a project
 */
GtkWidget *
mappe_beccaria_strip_new (MappeCodes *codes, const MappeRow *project)
{
  const char *code = project != NULL ? mappe_row_get_text (project, MAPPE_PROJECT_BECCARIA_STEP) : NULL;
  int now = code != NULL ? atoi (code) : 0;
  g_autofree char *words = NULL;
  GtkWidget *box, *name;

  if (project == NULL)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  name = gtk_label_new (_("Beccaria steps"));
  gtk_widget_set_layout_manager (box, mappe_wrap_layout_new ());
  gtk_widget_add_css_class (name, "caption-heading");
  gtk_box_append (GTK_BOX (box), name);
  for (int i = 1; i <= STEPS; i++)
    gtk_box_append (GTK_BOX (box), step_new (codes, i, now));
  /* Translators: of seven steps of the Beccaria standards */
  words = now > 0 ? g_strdup_printf (_("Step %d of 7 of the Beccaria standards"), now)
                  : g_strdup (_("No step of the Beccaria standards is written down"));
  gtk_widget_set_tooltip_text (name, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return box;
}

/**
 * mappe_beccaria_words:
 *
 * Returns: (transfer full): the seven steps by number and name, in which no line breaks; those done have a check mark,
 *   the present one an arrow
 */
char **
mappe_beccaria_words (MappeCodes *codes, const MappeRow *project)
{
  const char *reached = mappe_row_get_text (project, MAPPE_PROJECT_BECCARIA_STEP);
  int now = reached != NULL ? atoi (reached) : 0;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (int step = 1; step <= STEPS; step++)
    {
      g_autofree char *code = g_strdup_printf ("%d", step);
      const char *label = mappe_codes_label (codes, "beccaria_step", code, mappe_language_is_german (NULL));
      g_autofree char *text = g_strdup_printf ("%s%s %s", step < now ? "✓ " : step == now ? "▶ " : "", code,
                                               label != NULL ? label : "");
      g_auto (GStrv) parts = g_strsplit (text, " ", -1);
      g_autofree char *whole = g_strjoinv ("\u00a0", parts);

      g_strv_builder_add (words, whole);
    }
  return g_strv_builder_end (words);
}

/* --- EMMIE --- */

const MappeEmmieBox mappe_emmie[MAPPE_EMMIE_N] = {
  { MAPPE_MEASURE_EMMIE_EFFECT, N_("Effect"), N_("Did it change anything, and how sure is that?") },
  { MAPPE_MEASURE_EMMIE_MECHANISM, N_("Mechanism"), N_("How is it meant to work?") },
  { MAPPE_MEASURE_EMMIE_MODERATORS, N_("Moderators"), N_("Where and for whom does it work?") },
  { MAPPE_MEASURE_EMMIE_IMPLEMENTATION, N_("Implementation"), N_("What helped, what was in the way?") },
  { MAPPE_MEASURE_EMMIE_ECONOMICS, N_("Costs and benefits"), N_("What did it cost, what did it save?") },
};

static GtkWidget *
box_new (const char *title, const char *question, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *words[] = { title, question, text != NULL ? text : _("Not examined") };
  static const char *const classes[] = { "heading", "caption", NULL };

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "outcome-card");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkWidget *label = gtk_label_new (words[i]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      if (classes[i] != NULL)
        gtk_widget_add_css_class (label, classes[i]);
      if (i == 2 && text == NULL)
        gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

/**
 * mappe_emmie_boxes_new:
 *
 * Returns: (transfer floating): effect, mechanism, moderators, implementation, economics of @measure (OUTCOMES 7). An
 *   empty one says so; no sum is made of them
 */
GtkWidget *
mappe_emmie_boxes_new (const MappeRow *measure)
{
  GtkWidget *columns = mappe_columns_new ();

  for (guint i = 0; i < MAPPE_EMMIE_N; i++)
    {
      const char *text = mappe_row_get_text (measure, (guint) mappe_emmie[i].field);
      gboolean filled = text != NULL && *text != '\0';

      mappe_columns_add (MAPPE_COLUMNS (columns), box_new (_(mappe_emmie[i].title),
                                                           _(mappe_emmie[i].question),
                                                           filled ? text : NULL), i % 2, i % 3);
    }
  return columns;
}
