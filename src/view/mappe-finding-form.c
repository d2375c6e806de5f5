/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-finding-form.h"

#include <glib/gi18n.h>

#include "mappe-date-entry.h"
#include "mappe-organisation.h"
#include "mappe-reference-entry.h"
#include "mappe-wrap-layout.h"

/** Ratings by the sign that is typed in front of the finding, and as buttons. */
static const struct { const char *code, *label; char sign; } ratings[] = {
  { "improve", N_("! Improve"), '!' },
  { "keep", N_("+ Keep"), '+' },
  { "stop", N_("− Stop"), '-' },
};

struct _MappeFindingForm {
  AdwBin          parent_instance;

  GtkWidget      *what;
  GtkWidget      *ratings[G_N_ELEMENTS (ratings)];
  GtkWidget      *who;
  MappeDateEntry *until;
};

G_DEFINE_FINAL_TYPE (MappeFindingForm, mappe_finding_form, ADW_TYPE_BIN)

enum { ADD, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
add_cb (MappeFindingForm *self)
{
  g_signal_emit (self, signals[ADD], 0);
}

/* A sign in front says the rating, so that the hands stay on the keys. */
static void
typed_cb (MappeFindingForm *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->what));

  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    if (*text == ratings[i].sign)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->ratings[i]), TRUE);
}

/* Enter in the last field adds the finding as well. */
static gboolean
key_cb (MappeFindingForm *self, guint keyval)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return FALSE;
  add_cb (self);
  return TRUE;
}

static void
mappe_finding_form_class_init (MappeFindingFormClass *klass)
{
  signals[ADD] = g_signal_new ("add", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               0);
}

static void
mappe_finding_form_init (MappeFindingForm *self)
{
}

static GtkWidget *
ratings_new (MappeFindingForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    {
      self->ratings[i] = gtk_toggle_button_new_with_label (_(ratings[i].label));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->ratings[i]), GTK_TOGGLE_BUTTON (self->ratings[0]));
      gtk_box_append (GTK_BOX (box), self->ratings[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->ratings[0]), TRUE);
  return box;
}

static GtkWidget *
line_new (MappeFindingForm *self, MappeStore *store)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *add = gtk_button_new_with_label (_("Add finding"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->who = mappe_reference_entry_new (store, &mappe_organisation_kind);
  mappe_reference_entry_set_creating (MAPPE_REFERENCE_ENTRY (self->who), FALSE);
  mappe_reference_entry_set_name (MAPPE_REFERENCE_ENTRY (self->who), _("Responsible"));
  mappe_reference_entry_set_hint (MAPPE_REFERENCE_ENTRY (self->who), _("Responsible"));
  gtk_widget_add_css_class (self->who, "framed-entry");
  gtk_widget_set_size_request (self->who, 220, -1);
  gtk_widget_set_hexpand (self->who, TRUE);
  self->until = MAPPE_DATE_ENTRY (mappe_date_entry_new ());
  mappe_date_entry_set_name (self->until, _("Until"));
  mappe_date_entry_set_hint (self->until, _("Until"));
  gtk_widget_add_css_class (GTK_WIDGET (self->until), "framed-entry");
  gtk_widget_set_size_request (GTK_WIDGET (self->until), 150, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->until), keys);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (add, GTK_ALIGN_START);
  gtk_widget_set_layout_manager (line, mappe_wrap_layout_new ());
  gtk_box_append (GTK_BOX (line), ratings_new (self));
  gtk_box_append (GTK_BOX (line), self->who);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->until));
  gtk_box_append (GTK_BOX (line), add);
  return line;
}

/** mappe_finding_form_new: Returns: (transfer floating): an empty form */
GtkWidget *
mappe_finding_form_new (MappeStore *store)
{
  MappeFindingForm *self = g_object_new (MAPPE_TYPE_FINDING_FORM, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->what = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->what), _("What was found? (+ keep, ! improve, - stop)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->what), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Finding"), -1);
  g_signal_connect_object (self->what, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->what, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->what);
  gtk_box_append (GTK_BOX (box), line_new (self, store));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

static gboolean
is_sign (char letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    if (letter == ratings[i].sign)
      return TRUE;
  return FALSE;
}

/**
 * mappe_finding_form_take:
 * @given: (out): the finding; it belongs to the texts returned
 * @due_on: (out) (transfer full) (nullable): the day
 *
 * Returns: (transfer full): what was found, without its sign
 */
char *
mappe_finding_form_take (MappeFindingForm *self, MappeFindingGiven *given, char **due_on)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->what));
  char *what = g_strstrip (g_strdup (is_sign (*text) ? text + 1 : text));

  *due_on = mappe_date_entry_get_date (self->until);
  *given = (MappeFindingGiven) { ratings[0].code, NULL, what, 0, *due_on };
  given->responsible = MAX (mappe_reference_entry_get_id (MAPPE_REFERENCE_ENTRY (self->who)), 0);
  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->ratings[i])))
      given->rating = ratings[i].code;
  return what;
}

/** mappe_finding_form_clear: Empties the form for the next finding; the rating stays. */
void
mappe_finding_form_clear (MappeFindingForm *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->what), "");
  mappe_reference_entry_set_value (MAPPE_REFERENCE_ENTRY (self->who), 0, NULL);
  mappe_date_entry_set_text (self->until, "");
}

/** mappe_finding_form_begin: Puts the caret into the first field. */
void
mappe_finding_form_begin (MappeFindingForm *self)
{
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->what));
}
