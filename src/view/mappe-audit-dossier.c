/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-audit-dossier.h"

#include <glib/gi18n.h>

#include "mappe-area.h"
#include "mappe-date.h"
#include "mappe-dossier-keep.h"
#include "mappe-dossier-parts.h"
#include "mappe-listing.h"
#include "mappe-site-audit.h"
#include "mappe-site-audits.h"

struct _MappeAuditDossier {
  MappeDossier parent_instance;

  GPtrArray *entries;  /* (element-type GtkEditable): one for each criterion, of the present filling */
};

G_DEFINE_FINAL_TYPE (MappeAuditDossier, mappe_audit_dossier, MAPPE_TYPE_DOSSIER)

/* --- reading --- */

/* @at: number of the audit among those of its area */
typedef struct {
  MappeListed     *area;
  MappeSiteAudits *audits;
  guint            at;
} Answer;

static void
answer_free (Answer *self)
{
  g_clear_pointer (&self->area, mappe_listed_free);
  g_clear_pointer (&self->audits, mappe_site_audits_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
load_job (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  g_autoptr (MappeRow) row = mappe_snapshot_load (snapshot, &mappe_site_audit_kind, *(gint64 *) data, error);
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  gint64 area;

  if (row == NULL)
    return NULL;
  area = mappe_row_get_int (row, MAPPE_SITE_AUDIT_AREA);
  answer->area = mappe_listing_one (snapshot, &mappe_area_kind, area, error);
  answer->audits = answer->area != NULL ? mappe_site_audits_load (snapshot, area, NULL, error) : NULL;
  if (answer->audits == NULL)
    return NULL;
  for (guint i = 0; i < answer->audits->audits->len; i++)
    if (((MappeRow *) g_ptr_array_index (answer->audits->audits, i))->id == row->id)
      answer->at = i;
  return g_steal_pointer (&answer);
}

/* --- typing --- */

static int
score_of (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);

  return *text >= '0' + MAPPE_AUDIT_LOWEST && *text <= '0' + MAPPE_AUDIT_HIGHEST ? *text - '0' : 0;
}

static void
save (MappeAuditDossier *self)
{
  const Answer *answer = mappe_dossier_get_result (MAPPE_DOSSIER (self));
  g_autofree int *scores = g_new0 (int, self->entries->len + 1);
  g_autoptr (MappeEdit) edit = NULL;

  if (answer == NULL || !mappe_dossier_is_writable (MAPPE_DOSSIER (self)))
    return;
  for (guint i = 0; i < self->entries->len; i++)
    scores[i] = score_of (g_ptr_array_index (self->entries, i));
  edit = mappe_site_audits_enter (answer->audits, answer->at, scores, _("Enter scores of the site audit"));
  if (mappe_edit_size (edit) > 0)
    mappe_dossier_apply (MAPPE_DOSSIER (self), g_steal_pointer (&edit), _("The scores are saved"),
                         _("The scores were not saved"));
  mappe_dossier_hold (MAPPE_DOSSIER (self), FALSE);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (MAPPE_AUDIT_DOSSIER (widget));
}

static void
move (MappeAuditDossier *self, gpointer entry, int by)
{
  guint at;

  if (g_ptr_array_find (self->entries, entry, &at) && (int) at + by >= 0 && at + (guint) by < self->entries->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->entries, at + (guint) by));
}

/* Only the digits of the scale can be typed. */
static void
insert_cb (GtkEditable *text, const char *typed, int length, int *position, GtkWidget *entry)
{
  if (length == 1 && *typed >= '0' + MAPPE_AUDIT_LOWEST && *typed <= '0' + MAPPE_AUDIT_HIGHEST)
    return;
  g_signal_stop_emission_by_name (text, "insert-text");
  gtk_widget_error_bell (entry);
}

static void
changed_cb (GtkEditable *entry, MappeAuditDossier *self)
{
  mappe_dossier_hold (MAPPE_DOSSIER (self), TRUE);
  if (score_of (entry) > 0)
    move (self, entry, 1);
}

static void
select_cb (GtkEventController *focus)
{
  gtk_editable_select_region (GTK_EDITABLE (gtk_event_controller_get_widget (focus)), 0, -1);
}

/* Ctrl+Z takes back what was saved: a digit alone is typed anew. */
static gboolean
key_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, MappeAuditDossier *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));

  if ((keyval == GDK_KEY_z || keyval == GDK_KEY_Z) && (state & GDK_CONTROL_MASK) != 0)
    {
      gtk_widget_activate_action (entry, (state & GDK_SHIFT_MASK) != 0 ? "win.redo" : "win.undo", NULL);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;
  move (self, entry, keyval == GDK_KEY_Down ? 1 : -1);
  return GDK_EVENT_STOP;
}

static GtkWidget *
new_entry (MappeAuditDossier *self, const MappeCriterion *criterion, int score, gint64 audit)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new (), *keys = gtk_event_controller_key_new ();
  g_autofree char *name = g_strconcat ("dossier-score-", criterion->code, NULL);
  g_autofree char *text = score > 0 ? g_strdup_printf ("%d", score) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 3);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 0.5F);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_set_name (entry, name);
  gtk_widget_set_sensitive (entry, mappe_dossier_is_writable (MAPPE_DOSSIER (self)));
  mappe_dossier_name (entry, criterion->label);
  mappe_dossier_keep_editable (MAPPE_DOSSIER (self), GTK_EDITABLE (entry), name, audit);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "insert-text", G_CALLBACK (insert_cb), entry);
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (save), self);
  g_signal_connect (focus, "enter", G_CALLBACK (select_cb), NULL);
  gtk_widget_add_controller (entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (entry, keys);
  return entry;
}

/* --- filling --- */

static char *
audit_words (const Answer *answer, guint audit)
{
  const MappeRow *row = g_ptr_array_index (answer->audits->audits, audit);
  const char *light = answer->audits->light[audit];
  g_autofree char *day = mappe_date_format (mappe_row_get_text (row, MAPPE_SITE_AUDIT_HELD_ON));

  return g_strdup_printf ("%s%s%s", day, *light != '\0' ? ", " : "", light);
}

static void
add_grid (MappeAuditDossier *self, GtkBox *box, const Answer *answer)
{
  const MappeSiteAudits *audits = answer->audits;
  g_autofree char *before = answer->at > 0 ? audit_words (answer, answer->at - 1) : NULL;
  g_autofree char *now = audit_words (answer, answer->at);
  const char *headings[] = { _("Criterion"), now, before, NULL };
  GtkGrid *grid = mappe_dossier_add_table (box, _("Scores"), headings);

  g_ptr_array_set_size (self->entries, 0);
  for (guint i = 0; i < audits->criteria->len; i++)
    {
      const MappeCriterion *criterion = g_ptr_array_index (audits->criteria, i);
      const MappeRow *audit = g_ptr_array_index (audits->audits, answer->at);
      GtkWidget *entry = new_entry (self, criterion, mappe_site_audits_score (audits, answer->at, criterion->code),
                                    audit->id);
      int old = answer->at > 0 ? mappe_site_audits_score (audits, answer->at - 1, criterion->code) : 0;
      g_autofree char *text = old > 0 ? g_strdup_printf ("%d", old) : NULL;

      gtk_widget_set_valign (mappe_dossier_add_cell (grid, 0, (int) i + 1, criterion->label, FALSE), GTK_ALIGN_CENTER);
      gtk_widget_set_halign (entry, GTK_ALIGN_START);
      gtk_grid_attach (grid, entry, 1, (int) i + 1, 1, 1);
      if (before != NULL)
        gtk_widget_set_valign (mappe_dossier_add_cell (grid, 2, (int) i + 1, text, FALSE), GTK_ALIGN_CENTER);
      g_ptr_array_add (self->entries, entry);
    }
}

static void
mappe_audit_dossier_fill (MappeDossier *dossier, GtkBox *box, gconstpointer result)
{
  MappeAuditDossier *self = MAPPE_AUDIT_DOSSIER (dossier);
  const Answer *answer = result;
  const MappeRow *row = g_ptr_array_index (answer->audits->audits, answer->at);
  g_autofree char *head = audit_words (answer, answer->at);
  AdwPreferencesGroup *group;
  GtkBox *acts;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "audit.save", mappe_dossier_is_writable (dossier));
  mappe_dossier_add_label (box, "title-2", mappe_row_get_text (answer->area->row, MAPPE_AREA_NAME));
  mappe_dossier_add_label (box, "dim-label", head);
  mappe_dossier_add_label (box, NULL, _("Type 1 (bad) to 5 (good) for each criterion; each digit goes on to the next. "
                                        "Enter saves all of them as one step."));
  add_grid (self, box, answer);
  acts = mappe_dossier_add_acts (box);
  gtk_widget_add_css_class (mappe_dossier_add_act (acts, _("Save scores"), "audit.save"), "suggested-action");
  mappe_dossier_add_edit (acts, row->kind, row->id);
  group = mappe_dossier_add_group (box, _("Area"), NULL);
  mappe_dossier_add_link (group, mappe_row_get_text (answer->area->row, MAPPE_AREA_NAME),
                          _("All audits, measures and contributions of the place"), &mappe_area_kind,
                          answer->area->row->id);
}

static char *
mappe_audit_dossier_title (MappeDossier *dossier, gconstpointer result)
{
  const Answer *answer = result;

  return g_strdup_printf (_("Site audit: %s"), mappe_row_get_text (answer->area->row, MAPPE_AREA_NAME));
}

/* --- GObject --- */

static void
mappe_audit_dossier_finalize (GObject *object)
{
  g_ptr_array_unref (MAPPE_AUDIT_DOSSIER (object)->entries);
  G_OBJECT_CLASS (mappe_audit_dossier_parent_class)->finalize (object);
}

static void
mappe_audit_dossier_class_init (MappeAuditDossierClass *klass)
{
  MappeDossierClass *dossier_class = MAPPE_DOSSIER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mappe_audit_dossier_finalize;
  dossier_class->load = load_job;
  dossier_class->result_free = (GDestroyNotify) answer_free;
  dossier_class->title = mappe_audit_dossier_title;
  dossier_class->fill = mappe_audit_dossier_fill;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "audit.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_s, GDK_CONTROL_MASK, "audit.save", NULL);
}

static void
mappe_audit_dossier_init (MappeAuditDossier *self)
{
  self->entries = g_ptr_array_new ();
}
