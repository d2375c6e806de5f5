/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-review-sheet.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "mappe-agreement-clause.h"
#include "mappe-agreement-review.h"
#include "mappe-agreement.h"
#include "mappe-build-review.h"
#include "mappe-date.h"
#include "mappe-decision.h"
#include "mappe-feedback.h"
#include "mappe-print.h"
#include "mappe-review-row.h"
#include "mappe-sheet-form.h"
#include "mappe-state-light.h"
#include "mappe-wrap-layout.h"

/** What is read at once. */
typedef struct {
  GPtrArray   *agreements;  /* MappeRow */
  MappeReview *review;      /* NULL without an agreement */
  GPtrArray   *unanchored;  /* MappeListed */
} Sheet;

static void
sheet_free (Sheet *sheet)
{
  g_clear_pointer (&sheet->agreements, g_ptr_array_unref);
  g_clear_pointer (&sheet->review, mappe_review_free);
  g_clear_pointer (&sheet->unanchored, g_ptr_array_unref);
  g_free (sheet);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheet, sheet_free)

struct _MappeReviewSheet {
  AdwBin parent_instance;

  GtkStack        *stack;
  GtkDropDown     *agreements;
  GtkDropDown     *years;
  MappeStateLight *status;
  GtkWidget       *sign_button;
  GtkBox          *clauses;
  GtkListBox      *unanchored;
  GtkWidget       *unanchored_group;

  MappeStore      *store;
  Sheet           *sheet;
  GCancellable    *cancellable;
  guint            refresh_id;
  gint64           agreement;
  int              year;
  gboolean         showing;
};

G_DEFINE_FINAL_TYPE (MappeReviewSheet, mappe_review_sheet, ADW_TYPE_BIN)

/* --- acts --- */

typedef struct {
  MappeReviewSheet *sheet;
  const char       *done;  /* translated */
} Act;

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Act *act = data;
  g_autoptr (MappeReviewSheet) self = act->sheet;
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, NULL, &error);

  if (applied != NULL)
    mappe_feedback_undoable (GTK_WIDGET (self), act->done);
  else
    mappe_feedback_error (GTK_WIDGET (self), error, _("The review was not changed"));
}

static gboolean
apply (MappeReviewSheet *self, MappeEdit *edit, const char *done)
{
  Act *act;

  if (edit == NULL)
    return FALSE;
  act = g_new (Act, 1);
  *act = (Act) { g_object_ref (self), done };
  mappe_store_apply_async (self->store, edit, NULL, applied_cb, act);
  return TRUE;
}

static const MappeReviewClause *
find_clause (MappeReviewSheet *self, gint64 id)
{
  const MappeReview *review = self->sheet != NULL ? self->sheet->review : NULL;

  for (guint i = 0; review != NULL && i < review->clauses->len; i++)
    {
      const MappeReviewClause *clause = g_ptr_array_index (review->clauses, i);

      if (clause->clause->id == id)
        return clause;
    }
  return NULL;
}

static void
judged_cb (MappeReviewSheet *self, MappeReviewRow *row)
{
  const MappeReviewClause *clause = find_clause (self, mappe_review_row_get_clause (row));
  g_autoptr (GError) error = NULL;

  if (clause != NULL
      && !apply (self, mappe_review_judge (self->sheet->review, clause, mappe_review_row_get_fulfilment (row),
                                           mappe_review_row_get_remark (row), &error), _("Review changed")))
    mappe_feedback_error (GTK_WIDGET (self), error, NULL);
}

static gboolean
sign (MappeSheetForm *form, gpointer owner, GError **error)
{
  MappeReviewSheet *self = owner;
  gint64 decision = mappe_sheet_form_get_id (form, "decision");
  g_autofree char *today = mappe_date_today ();

  return self->sheet == NULL || self->sheet->review == NULL
         || apply (self, mappe_review_sign_off (self->sheet->review, decision, today, error), _("Review signed off"));
}

static void
sign_cb (MappeReviewSheet *self)
{
  MappeSheetForm *form = mappe_sheet_form_new (GTK_WIDGET (self), self->store,
                                               _("Sign off the review with a decision"), _("_Sign off"), sign);

  mappe_sheet_form_add_record (form, "decision", _("Decision"), &mappe_decision_kind);
  mappe_sheet_form_present (form);
}

/* --- showing --- */

static void
show_agreements (MappeReviewSheet *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < self->sheet->agreements->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (self->sheet->agreements, i);

      gtk_string_list_append (names, mappe_row_get_text (row, MAPPE_AGREEMENT_TITLE));
      if (row->id == self->agreement)
        chosen = i;
    }
  gtk_drop_down_set_model (self->agreements, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->agreements, chosen);
}

/* From the year in which the agreement began to this one; a year to come cannot be reviewed. */
static void
show_years (MappeReviewSheet *self)
{
  const char *from = mappe_row_get_text (self->sheet->review->agreement, MAPPE_AGREEMENT_VALID_FROM);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *today = mappe_date_today ();
  int last = atoi (today), first = from != NULL ? MIN (atoi (from), self->year) : self->year;

  for (int year = last; year >= first; year--)
    {
      g_autofree char *name = g_strdup_printf ("%d", year);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->years, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->years, (guint) (last - self->year));
}

static gboolean
is_writable (MappeReviewSheet *self)
{
  return mappe_store_get_state (self->store) == MAPPE_STORE_WRITABLE && !mappe_review_is_signed (self->sheet->review);
}

static void
show_status (MappeReviewSheet *self)
{
  MappeDisplay *display = mappe_display_get (self->store);
  const MappeReview *review = self->sheet->review;
  const char *day = review->review != NULL ? mappe_row_get_text (review->review, MAPPE_AGREEMENT_REVIEW_REVIEWED_ON)
                                           : NULL;
  const char *label = review->review != NULL ? mappe_display_code (display, "review_status", "open") : NULL;
  g_autofree char *date = day != NULL ? mappe_date_format (day) : NULL;
  g_autofree char *text = NULL;

  if (mappe_review_is_signed (review))
    text = g_strdup_printf (_("Signed off on %s: %s"), date != NULL ? date : "",
                            review->decision != NULL ? review->decision : "");
  else
    text = g_strdup (label != NULL ? label : _("Not begun"));
  mappe_state_light_set (self->status, mappe_review_is_signed (review) ? MAPPE_STATE_DONE
                                       : review->review != NULL ? MAPPE_STATE_ON_TRACK : MAPPE_STATE_WAITING, text);
  gtk_widget_set_visible (self->sign_button, is_writable (self));
}

/* Rows stay where they are, so that the focus does. */
static void
show_clauses (MappeReviewSheet *self)
{
  const MappeReview *review = self->sheet->review;
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->clauses));

  for (guint i = 0; i < review->clauses->len; i++)
    {
      if (row == NULL)
        {
          row = mappe_review_row_new ();
          g_signal_connect_object (row, "judged", G_CALLBACK (judged_cb), self, G_CONNECT_SWAPPED);
          gtk_box_append (self->clauses, row);
        }
      mappe_review_row_show (MAPPE_REVIEW_ROW (row), g_ptr_array_index (review->clauses, i),
                             mappe_display_get (self->store), is_writable (self));
      row = gtk_widget_get_next_sibling (row);
    }
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      gtk_box_remove (self->clauses, row);
      row = next;
    }
}

static void
show_unanchored (MappeReviewSheet *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->unanchored, 0)) != NULL)
    gtk_list_box_remove (self->unanchored, GTK_WIDGET (row));
  for (guint i = 0; i < self->sheet->unanchored->len; i++)
    {
      const MappeListed *clause = g_ptr_array_index (self->sheet->unanchored, i);
      const char *number = mappe_row_get_text (clause->row, MAPPE_AGREEMENT_CLAUSE_NUMBER);
      g_autofree char *title = g_strdup_printf ("%s %s", number != NULL ? number : "",
                                                mappe_row_get_text (clause->row, MAPPE_AGREEMENT_CLAUSE_OBLIGATION));
      GtkWidget *line = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), g_strstrip (title));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (line), clause->shown[MAPPE_AGREEMENT_CLAUSE_AGREEMENT]);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (line), "win.open-record");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (line), "(sx)", "agreement-clause", clause->row->id);
      gtk_list_box_append (self->unanchored, line);
    }
  gtk_widget_set_visible (self->unanchored_group, self->sheet->unanchored->len > 0);
}

static void
show (MappeReviewSheet *self)
{
  if (self->sheet == NULL)
    return;
  self->showing = TRUE;
  gtk_stack_set_visible_child_name (self->stack, self->sheet->review != NULL ? "sheet" : "empty");
  if (self->sheet->review != NULL)
    {
      show_agreements (self);
      show_years (self);
      show_status (self);
      show_clauses (self);
      show_unanchored (self);
    }
  self->showing = FALSE;
}

/* --- fetching --- */

typedef struct {
  gint64 agreement;
  int    year;
  char  *today;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_free (wanted->today);
  g_free (wanted);
}

static gpointer
load_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_agreement_kind);
  g_autoptr (Sheet) sheet = g_new0 (Sheet, 1);
  gint64 agreement = 0;

  sheet->agreements = mappe_snapshot_rows (snapshot, query, error);
  for (guint i = 0; sheet->agreements != NULL && i < sheet->agreements->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (sheet->agreements, i);

      if (i == 0 || row->id == wanted->agreement)
        agreement = row->id;
    }
  sheet->unanchored = sheet->agreements != NULL ? mappe_review_unanchored (snapshot, error) : NULL;
  if (sheet->unanchored == NULL)
    return NULL;
  if (agreement != 0)
    sheet->review = mappe_review_load (snapshot, agreement, wanted->year, wanted->today, NULL, error);
  return agreement == 0 || sheet->review != NULL ? g_steal_pointer (&sheet) : NULL;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeReviewSheet) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Sheet) sheet = mappe_store_read_finish (MAPPE_STORE (source), result, &error);

  if (self->clauses == NULL)
    return;
  if (sheet == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self), error, _("The review could not be read"));
      return;
    }
  g_clear_pointer (&self->sheet, sheet_free);
  self->sheet = g_steal_pointer (&sheet);
  if (self->sheet->review != NULL)
    self->agreement = self->sheet->review->agreement->id;
  show (self);
}

static void
fetch (MappeReviewSheet *self)
{
  Wanted *wanted = g_new (Wanted, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  *wanted = (Wanted) { self->agreement, self->year, mappe_date_today () };
  mappe_store_read_async (self->store, MAPPE_PRIORITY_PAGE, load_cb, wanted, (GDestroyNotify) wanted_free,
                          (GDestroyNotify) sheet_free, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
refresh_cb (gpointer data)
{
  MappeReviewSheet *self = data;

  self->refresh_id = 0;
  fetch (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (MappeReviewSheet *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
chosen_cb (MappeReviewSheet *self)
{
  guint agreement = gtk_drop_down_get_selected (self->agreements);
  GtkStringObject *year = gtk_drop_down_get_selected_item (self->years);

  if (self->showing || self->sheet == NULL || agreement >= self->sheet->agreements->len || year == NULL)
    return;
  self->agreement = ((MappeRow *) g_ptr_array_index (self->sheet->agreements, agreement))->id;
  self->year = atoi (gtk_string_object_get_string (year));
  fetch (self);
}

/** mappe_review_sheet_print: Prints the sheet on show, after a preview. */
void
mappe_review_sheet_print (MappeReviewSheet *self)
{
  g_return_if_fail (MAPPE_IS_REVIEW_SHEET (self));
  if (self->sheet != NULL && self->sheet->review != NULL)
    mappe_print_document (GTK_WIDGET (self), mappe_build_review (self->sheet->review, NULL));
}

/* --- GObject --- */

static void
mappe_review_sheet_dispose (GObject *object)
{
  MappeReviewSheet *self = MAPPE_REVIEW_SHEET (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->clauses = NULL;
  G_OBJECT_CLASS (mappe_review_sheet_parent_class)->dispose (object);
}

static void
mappe_review_sheet_finalize (GObject *object)
{
  MappeReviewSheet *self = MAPPE_REVIEW_SHEET (object);

  g_clear_pointer (&self->sheet, sheet_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mappe_review_sheet_parent_class)->finalize (object);
}

static void
mappe_review_sheet_class_init (MappeReviewSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_review_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_review_sheet_finalize;
}

static GtkDropDown *
make_choice (MappeReviewSheet *self, const char *name)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (choice, name);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (choice);
}

static GtkWidget *
make_print_button (MappeReviewSheet *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Print…"));

  gtk_widget_set_tooltip_text (button, _("Print the sheet (Ctrl+P)"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (mappe_review_sheet_print), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_bar (MappeReviewSheet *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_layout_manager (bar, mappe_wrap_layout_new ());
  self->agreements = make_choice (self, _("Agreement"));
  self->years = make_choice (self, _("Year of the review"));
  self->status = MAPPE_STATE_LIGHT (mappe_state_light_new ());
  self->sign_button = gtk_button_new_with_label (_("Sign off…"));
  gtk_widget_add_css_class (self->sign_button, "suggested-action");
  g_signal_connect_object (self->sign_button, "clicked", G_CALLBACK (sign_cb), self, G_CONNECT_SWAPPED);
  g_object_set (bar, "margin-top", 6, "margin-bottom", 6, "margin-start", 12, "margin-end", 12, NULL);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->agreements));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->years));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (bar), self->sign_button);
  gtk_box_append (GTK_BOX (bar), make_print_button (self));
  return bar;
}

static GtkWidget *
make_unanchored (MappeReviewSheet *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _("Agreed, but not anchored in a duty roster"), "xalign",
                                   0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (title, "heading");
  self->unanchored = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->unanchored, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->unanchored), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unanchored), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Agreed, but not anchored in a duty roster"), -1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->unanchored));
  self->unanchored_group = box;
  return box;
}

static GtkWidget *
make_sheet (MappeReviewSheet *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  self->clauses = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  g_object_set (box, "margin-start", 12, "margin-end", 12, "margin-top", 6, "margin-bottom", 18, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->clauses));
  gtk_box_append (GTK_BOX (box), make_unanchored (self));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (outer), make_bar (self));
  gtk_box_append (GTK_BOX (outer), scrolled);
  return outer;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new (), *button = gtk_button_new_with_label (_("New agreement"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "emblem-documents-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No agreement yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("The yearly review goes through an agreement clause by clause, beside what the "
                                     "data holds. Enter the agreement and its clauses first."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ssx)", "agreement", "", (gint64) 0);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static void
mappe_review_sheet_init (MappeReviewSheet *self)
{
  g_autofree char *today = mappe_date_today ();

  self->year = atoi (today);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_sheet (self), "sheet");
  gtk_stack_add_named (self->stack, make_empty (), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/** mappe_review_sheet_new: Returns: (transfer floating): the review of this year of the first agreement */
GtkWidget *
mappe_review_sheet_new (MappeStore *store)
{
  MappeReviewSheet *self = g_object_new (MAPPE_TYPE_REVIEW_SHEET, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mappe_display_get (store), "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  fetch (self);
  return GTK_WIDGET (self);
}
