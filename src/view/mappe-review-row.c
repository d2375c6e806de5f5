/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-review-row.h"

#include <glib/gi18n.h>

#include "mappe-agreement-clause.h"
#include "mappe-clause-review.h"
#include "mappe-state-light.h"
#include "mappe-wrap-layout.h"

struct _MappeReviewRow {
  AdwBin parent_instance;

  GtkLabel        *title;
  GtkWidget       *open;
  MappeStateLight *anchor;
  GtkLabel        *duty;
  GtkLabel        *offices;
  GtkLabel        *evidence;
  GtkLabel        *measures;
  GtkDropDown     *fulfilment;
  GtkEntry        *remark;

  gint64           clause;
  char           **codes;    /* of the drop down */
  char            *written;  /* the remark as it is stored */
  gboolean         showing;
};

G_DEFINE_FINAL_TYPE (MappeReviewRow, mappe_review_row, ADW_TYPE_BIN)

enum { JUDGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- showing --- */

static void
show_line (GtkLabel *label, const char *name, const char *text)
{
  gboolean there = text != NULL && *text != '\0';
  g_autofree char *line = there && name != NULL ? g_strdup_printf ("%s: %s", name, text) : g_strdup (text);

  gtk_label_set_label (label, there ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (label), there);
}

static void
show_anchor (MappeReviewRow *self, const MappeRow *clause)
{
  const char *roster = mappe_row_get_text (clause, MAPPE_AGREEMENT_CLAUSE_DUTY_ROSTER_REF);
  g_autofree char *named = roster != NULL ? g_strdup_printf (_("Anchored in the duty roster: %s"), roster) : NULL;

  if (mappe_row_get_int (clause, MAPPE_AGREEMENT_CLAUSE_DUTY_ROSTER_ANCHOR) != 0)
    mappe_state_light_set (self->anchor, MAPPE_STATE_DONE, named != NULL ? named : _("Anchored in the duty roster"));
  else
    mappe_state_light_set (self->anchor, MAPPE_STATE_DUE_SOON, _("Not anchored in a duty roster"));
}

/* The labels of the codes come later than the first sheet, and may change. */
static void
fill_codes (MappeReviewRow *self, MappeDisplay *display)
{
  const char *const *codes = mappe_display_codes (display, "fulfilment");
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  if (codes == NULL || (self->codes != NULL && g_strv_equal ((const char *const *) self->codes, codes)))
    return;
  g_strfreev (self->codes);
  self->codes = g_strdupv ((char **) codes);
  for (guint i = 0; codes[i] != NULL; i++)
    gtk_string_list_append (labels, mappe_display_code (display, "fulfilment", codes[i]));
  gtk_drop_down_set_model (self->fulfilment, G_LIST_MODEL (labels));
}

static void
show_fulfilment (MappeReviewRow *self, const char *code)
{
  for (guint i = 0; self->codes != NULL && self->codes[i] != NULL; i++)
    if (g_str_equal (self->codes[i], code))
      gtk_drop_down_set_selected (self->fulfilment, i);
}

/* What is being typed is not taken away by something that arrives meanwhile. */
static void
show_remark (MappeReviewRow *self, gint64 clause, const char *remark)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->remark));
  gboolean dirty = clause == self->clause && g_strcmp0 (typed, self->written) != 0;

  g_free (self->written);
  self->written = g_strdup (remark != NULL ? remark : "");
  if (!dirty)
    gtk_editable_set_text (GTK_EDITABLE (self->remark), self->written);
}

static void
name_inputs (MappeReviewRow *self, const char *number)
{
  g_autofree char *fulfilment = g_strdup_printf ("%s: %s", _("Fulfilment"), number);
  g_autofree char *remark = g_strdup_printf ("%s: %s", _("Remark"), number);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fulfilment), GTK_ACCESSIBLE_PROPERTY_LABEL, fulfilment, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remark), GTK_ACCESSIBLE_PROPERTY_LABEL, remark, -1);
}

/** mappe_review_row_show: @writable: whether it can be judged. Shows a clause, in the place of another or anew. */
void
mappe_review_row_show (MappeReviewRow *self, const MappeReviewClause *clause, MappeDisplay *display, gboolean writable)
{
  const MappeRow *row = clause->clause;
  const char *number = mappe_row_get_text (row, MAPPE_AGREEMENT_CLAUSE_NUMBER);
  const char *topic = mappe_display_code (display, "clause_topic",
                                          mappe_row_get_text (row, MAPPE_AGREEMENT_CLAUSE_TOPIC));
  const char *remark = clause->mine != NULL ? mappe_row_get_text (clause->mine, MAPPE_CLAUSE_REVIEW_REMARK) : NULL;
  g_autofree char *title = g_strdup_printf ("%s %s", number != NULL ? number : "", topic != NULL ? topic : "");

  g_return_if_fail (MAPPE_IS_REVIEW_ROW (self));
  self->showing = TRUE;
  gtk_label_set_label (self->title, g_strstrip (title));
  show_anchor (self, row);
  show_line (self->duty, NULL, mappe_row_get_text (row, MAPPE_AGREEMENT_CLAUSE_OBLIGATION));
  show_line (self->offices, _("Responsible"), clause->offices);
  show_line (self->evidence, NULL, *clause->evidence != '\0' ? clause->evidence
                                                             : _("The data holds no figures for this duty."));
  show_line (self->measures, _("Measures"), clause->measures);
  fill_codes (self, display);
  show_fulfilment (self, mappe_review_fulfilment (clause));
  show_remark (self, row->id, remark);
  name_inputs (self, title);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fulfilment), writable);
  gtk_editable_set_editable (GTK_EDITABLE (self->remark), writable);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "(sx)", "agreement-clause", row->id);
  self->clause = row->id;
  self->showing = FALSE;
}

/** mappe_review_row_get_clause: Returns: id of the clause */
gint64
mappe_review_row_get_clause (MappeReviewRow *self)
{
  return self->clause;
}

/** mappe_review_row_get_fulfilment: Returns: (transfer none): the code chosen */
const char *
mappe_review_row_get_fulfilment (MappeReviewRow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->fulfilment);

  return self->codes != NULL && chosen != GTK_INVALID_LIST_POSITION ? self->codes[chosen] : "open";
}

/** mappe_review_row_get_remark: Returns: (transfer none): what is typed as the remark */
const char *
mappe_review_row_get_remark (MappeReviewRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->remark));
}

/* --- judging --- */

static void
judged_cb (MappeReviewRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[JUDGED], 0);
}

static void
left_cb (MappeReviewRow *self)
{
  if (g_strcmp0 (mappe_review_row_get_remark (self), self->written) != 0)
    judged_cb (self);
}

/* --- GObject --- */

static void
mappe_review_row_finalize (GObject *object)
{
  MappeReviewRow *self = MAPPE_REVIEW_ROW (object);

  g_strfreev (self->codes);
  g_free (self->written);
  G_OBJECT_CLASS (mappe_review_row_parent_class)->finalize (object);
}

static void
mappe_review_row_class_init (MappeReviewRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mappe_review_row_finalize;
  signals[JUDGED] = g_signal_new ("judged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static GtkLabel *
add_text (GtkWidget *box, const char *css)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   NULL);

  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_head (MappeReviewRow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->anchor = MAPPE_STATE_LIGHT (mappe_state_light_new ());
  self->open = gtk_button_new_with_label (_("Open"));
  gtk_widget_set_layout_manager (head, mappe_wrap_layout_new ());
  self->title = add_text (head, "heading");
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->anchor));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open), "win.open-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "(sx)", "agreement-clause", (gint64) 0);
  gtk_widget_add_css_class (self->open, "flat");
  gtk_box_append (GTK_BOX (head), self->open);
  return head;
}

static GtkWidget *
make_inputs (MappeReviewRow *self)
{
  GtkWidget *inputs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->fulfilment = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->remark = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->remark, _("Remark"));
  g_object_set (self->remark, "hexpand", TRUE, "width-chars", 20, NULL);
  g_signal_connect_object (self->fulfilment, "notify::selected", G_CALLBACK (judged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remark, "activate", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->remark), focus);
  gtk_box_append (GTK_BOX (inputs), GTK_WIDGET (self->fulfilment));
  gtk_box_append (GTK_BOX (inputs), GTK_WIDGET (self->remark));
  return inputs;
}

static void
mappe_review_row_init (MappeReviewRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "review-clause");
  gtk_box_append (GTK_BOX (box), make_head (self));
  self->duty = add_text (box, NULL);
  self->offices = add_text (box, "dim-label");
  add_text (box, "caption-heading");
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), _("Evidence"));
  self->evidence = add_text (box, NULL);
  self->measures = add_text (box, "dim-label");
  gtk_box_append (GTK_BOX (box), make_inputs (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

/** mappe_review_row_new: Returns: (transfer floating): without a clause */
GtkWidget *
mappe_review_row_new (void)
{
  return g_object_new (MAPPE_TYPE_REVIEW_ROW, NULL);
}
