/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-minutes-step.h"

#include <glib/gi18n-lib.h>

#include "mappe-build-minutes.h"
#include "mappe-council.h"
#include "mappe-date.h"
#include "mappe-feedback.h"
#include "mappe-meeting-steps.h"
#include "mappe-meeting.h"
#include "mappe-minutes-acts.h"
#include "mappe-minutes-dialogs.h"
#include "mappe-minutes-lists.h"
#include "mappe-minutes-paper.h"
#include "mappe-minutes-typing.h"
#include "mappe-minutes.h"
#include "mappe-print.h"
#include "mappe-record-link.h"
#include "mappe-writers.h"
#include "mappe-wrap-layout.h"

#define COPY_WIDTH 78

struct _MappeMinutesStep {
  MappeMeetingStep parent_instance;

  MappeMinutesTyping *typing;
  MappeNode          *document;  /* what is on the paper */
  GPtrArray          *missing;   /* element-type MappeMissing */
  GHashTable         *sealed;    /* hash → MappeNode, as they were read; NULL: asked for */
  gboolean            choosing;  /* a choice is set by us */

  GtkLabel           *stages;
  GtkButton          *next_button;
  GtkWidget          *formats;
  GtkDropDown        *reader;
  GtkStringList      *readers;
  GtkDropDown        *edition;
  GtkMenuButton      *objections_button;
  GtkListBox         *objections;
  GtkMenuButton      *missing_button;
  GtkListBox         *missing_list;
  GtkLabel           *note;
  GtkStack           *stack;
  MappeMinutesPaper  *paper;
};

G_DEFINE_FINAL_TYPE (MappeMinutesStep, mappe_minutes_step, MAPPE_TYPE_MEETING_STEP)

static const MappeClass readers[] = { MAPPE_CLASS_CONFIDENTIAL, MAPPE_CLASS_MEMBERS, MAPPE_CLASS_PUBLIC };

static const MappeSitting *
sitting_of (MappeMinutesStep *self)
{
  return mappe_meeting_step_get_sitting (MAPPE_MEETING_STEP (self));
}

/* Minutes speak the language of the council. */
static const MappeLanguage *
language_of (MappeMinutesStep *self)
{
  const MappeSitting *sitting = sitting_of (self);

  return mappe_language_get (sitting->council != NULL ? mappe_row_get_text (sitting->council, MAPPE_COUNCIL_LANGUAGE)
                                                      : NULL);
}

/* Returns: (transfer full) (element-type MappeParticipant): members who get less than the others, each a reader */
static GPtrArray *
restricted_members (const MappeSitting *sitting)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < sitting->participants->len; i++)
    {
      MappeParticipant *participant = g_ptr_array_index (sitting->participants, i);
      g_autofree char *withheld = participant->membership != NULL ? mappe_minutes_withheld (sitting, participant)
                                                                  : NULL;

      if (withheld != NULL)
        g_ptr_array_add (members, participant);
    }
  return members;
}

/* What the reader chosen may read of the whole minutes. */
static MappeNode *
for_reader (MappeMinutesStep *self, const MappeNode *whole)
{
  guint chosen = gtk_drop_down_get_selected (self->reader);
  g_autoptr (GPtrArray) members = restricted_members (sitting_of (self));

  if (chosen < G_N_ELEMENTS (readers))
    return mappe_minutes_for_reader (whole, readers[chosen]);
  chosen -= G_N_ELEMENTS (readers);
  /* Whoever was chosen may have gone: then the one who reads least. */
  return chosen < members->len ? mappe_minutes_for_member (whole, sitting_of (self),
                                                           g_ptr_array_index (members, chosen))
                               : mappe_minutes_for_reader (whole, MAPPE_CLASS_PUBLIC);
}

/* Returns: (transfer none) (nullable): the edition chosen, the newest unless somebody looks back. */
static const MappeRow *
edition_of (MappeMinutesStep *self)
{
  const MappeSitting *sitting = sitting_of (self);
  guint n = gtk_drop_down_get_selected (self->edition);

  if (gtk_widget_get_visible (GTK_WIDGET (self->edition)) && n < sitting->minutes->len)
    return g_ptr_array_index (sitting->minutes, n);
  return mappe_sitting_last_minutes (sitting);
}

/* --- sealed texts --- */

static void show_paper (MappeMinutesStep *self);

/* Returns: (transfer full) (nullable): the text, if its bytes are those that were sealed */
static MappeNode *
read_sealed (MappeMinutesStep *self, GBytes *bytes, const char *hash, GError **error)
{
  if (g_hash_table_contains (self->sealed, hash))
    return mappe_read_xml (bytes, error);
  g_set_error_literal (error, MAPPE_DOCUMENT_ERROR, MAPPE_DOCUMENT_ERROR_FORMAT, _("the document is damaged"));
  return NULL;
}

static void
blob_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MappeMinutesStep) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mappe_store_blob_finish (MAPPE_STORE (source), result, &error);
  g_autofree char *hash = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  MappeNode *document = bytes != NULL ? read_sealed (self, bytes, hash, &error) : NULL;

  if (document == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self), error, _("The sealed text was not read"));
      return;
    }
  g_hash_table_insert (self->sealed, g_steal_pointer (&hash), document);
  if (sitting_of (self) != NULL)
    show_paper (self);
}

/* Returns: (transfer none) (nullable): the sealed text; NULL while it is being read, and when that failed */
static MappeNode *
sealed_text (MappeMinutesStep *self, const MappeRow *edition)
{
  const char *hash = mappe_row_get_text (edition, MAPPE_MINUTES_CONTENT);

  if (!g_hash_table_contains (self->sealed, hash))
    {
      g_hash_table_insert (self->sealed, g_strdup (hash), NULL);
      mappe_store_blob_async (mappe_meeting_step_get_store (MAPPE_MEETING_STEP (self)), hash, NULL, blob_cb,
                              g_object_ref (self));
    }
  return g_hash_table_lookup (self->sealed, hash);
}

static gboolean
is_sealed (const MappeRow *edition)
{
  return edition != NULL && !mappe_row_is_null (edition, MAPPE_MINUTES_SEALED_AT) &&
         !mappe_row_is_null (edition, MAPPE_MINUTES_CONTENT);
}

/* --- the paper --- */

static void
set_note (MappeMinutesStep *self, const char *text)
{
  gtk_label_set_label (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
}

static void
take_document (MappeMinutesStep *self, MappeNode *document, gboolean editable)
{
  mappe_minutes_paper_set_document (self->paper, document, editable);
  g_clear_pointer (&self->document, mappe_node_free);
  self->document = document;
}

/* Whoever reads sealed minutes reads what was sealed, whatever has become of the records it was made from. */
static void
show_sealed (MappeMinutesStep *self, const MappeRow *edition)
{
  MappeNode *sealed = sealed_text (self, edition);
  g_autofree char *day = mappe_date_format (mappe_row_get_text (edition, MAPPE_MINUTES_SIGNED_ON));
  g_autofree char *note = g_strdup_printf (_("Signed and sealed on %s."), day);

  set_note (self, note);
  take_document (self, sealed != NULL ? for_reader (self, sealed)
                                      : mappe_node_new_document (NULL, language_of (self)), FALSE);
}

static void
show_paper (MappeMinutesStep *self)
{
  const MappeSitting *sitting = sitting_of (self);
  const MappeRow *edition = edition_of (self);
  gboolean editable = gtk_drop_down_get_selected (self->reader) == 0 && mappe_minutes_can_be_typed (sitting) &&
                      edition == mappe_sitting_last_minutes (sitting);
  g_autoptr (MappeNode) whole = NULL;

  gtk_widget_set_visible (self->formats, editable);
  set_note (self, NULL);
  if (is_sealed (edition))
    {
      show_sealed (self, edition);
      return;
    }
  whole = mappe_build_minutes (sitting, MAPPE_CLASS_CONFIDENTIAL, language_of (self));
  take_document (self, editable ? mappe_build_minutes_for_editing (sitting, language_of (self))
                                : for_reader (self, whole), editable);
}

static void
choice_cb (MappeMinutesStep *self)
{
  if (self->choosing || sitting_of (self) == NULL)
    return;
  mappe_minutes_typing_flush (self->typing);
  show_paper (self);
}

/* --- the head --- */

static const char *
next_label (MappeMinutesStage stage)
{
  switch (stage)
    {
    case MAPPE_MINUTES_NONE:
      return _("Begin minutes");
    case MAPPE_MINUTES_DRAFT:
      return _("Give to the chair");
    case MAPPE_MINUTES_WITH_CHAIR:
      return _("Send");
    case MAPPE_MINUTES_SENT:
    case MAPPE_MINUTES_OBJECTED:
      return _("Approve…");
    case MAPPE_MINUTES_APPROVED:
      return _("Sign and seal…");
    case MAPPE_MINUTES_SEALED:
    default:
      return NULL;
    }
}

/* Everything, members, the public; then each member who was excluded from a non-public item. */
static void
fill_readers (MappeMinutesStep *self)
{
  const MappeSitting *sitting = sitting_of (self);
  g_autoptr (GPtrArray) members = restricted_members (sitting);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint had = g_list_model_get_n_items (G_LIST_MODEL (self->readers)) - G_N_ELEMENTS (readers);
  gboolean same = had == members->len;
  g_auto (GStrv) titles = NULL;

  for (guint i = 0; i < members->len; i++)
    {
      const MappeParticipant *member = g_ptr_array_index (members, i);
      g_autofree char *withheld = mappe_minutes_withheld (sitting, member);
      /* Translators: a member, and the numbers of the agenda items whose minutes that member does not get */
      g_autofree char *title = g_strdup_printf (_("For %s (without item %s)"), member->name, withheld);

      same = same && g_str_equal (title, gtk_string_list_get_string (self->readers, G_N_ELEMENTS (readers) + i));
      g_strv_builder_add (builder, title);
    }
  if (same)
    return;
  titles = g_strv_builder_end (builder);
  self->choosing = TRUE;
  if (gtk_drop_down_get_selected (self->reader) >= G_N_ELEMENTS (readers))
    gtk_drop_down_set_selected (self->reader, 0);
  gtk_string_list_splice (self->readers, G_N_ELEMENTS (readers), had, (const char *const *) titles);
  self->choosing = FALSE;
}

static void
fill_editions (MappeMinutesStep *self)
{
  const MappeSitting *sitting = sitting_of (self);
  GListModel *model = gtk_drop_down_get_model (self->edition);
  g_autoptr (GtkStringList) titles = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->edition), sitting->minutes->len > 1);
  if (model != NULL && g_list_model_get_n_items (model) == sitting->minutes->len)
    return;
  titles = gtk_string_list_new (NULL);
  for (guint i = 0; i < sitting->minutes->len; i++)
    {
      g_autofree char *title = g_strdup_printf (_("Version %u"), i + 1);

      gtk_string_list_append (titles, title);
    }
  self->choosing = TRUE;
  gtk_drop_down_set_model (self->edition, G_LIST_MODEL (titles));
  if (sitting->minutes->len > 0)
    gtk_drop_down_set_selected (self->edition, sitting->minutes->len - 1);
  self->choosing = FALSE;
}

static void
fill_missing (MappeMinutesStep *self)
{
  GPtrArray *missing = mappe_minutes_missing (sitting_of (self));
  g_autofree char *label = NULL;

  mappe_minutes_fill_missing (self->missing_list, missing);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  self->missing = missing;
  label = missing->len == 0 ? g_strdup (_("Complete ✓"))
                            : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u missing", "%u missing", missing->len),
                                               missing->len);
  gtk_menu_button_set_label (self->missing_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->missing_button), missing->len > 0);
}

static void
fill_objections (MappeMinutesStep *self)
{
  guint n = sitting_of (self)->objections->len;
  g_autofree char *label =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u objection", "%u objections", n), n);

  mappe_minutes_fill_objections (self->objections, MAPPE_MEETING_STEP (self));
  gtk_menu_button_set_label (self->objections_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->objections_button), n > 0);
}

static void
fill_head (MappeMinutesStep *self)
{
  MappeMinutesStage stage = mappe_minutes_stage (sitting_of (self));
  g_autofree char *text = mappe_minutes_stages_text (sitting_of (self));
  const char *next = next_label (stage);

  gtk_label_set_markup (self->stages, text);
  /* After the seal nothing is to be done: who did it reads on. */
  if (next == NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL &&
      gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) == GTK_WIDGET (self->next_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->reader));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), next != NULL);
  if (next != NULL)
    gtk_button_set_label (self->next_button, next);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "minutes.back",
                                 stage > MAPPE_MINUTES_DRAFT && stage < MAPPE_MINUTES_SEALED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "minutes.object", stage >= MAPPE_MINUTES_SENT);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "minutes.correct", stage == MAPPE_MINUTES_SEALED);
}

static gboolean
has_begun (const MappeSitting *sitting)
{
  return sitting->minutes->len > 0 || !mappe_row_is_null (sitting->meeting, MAPPE_MEETING_OPENED_AT) ||
         g_strcmp0 (mappe_row_get_text (sitting->meeting, MAPPE_MEETING_STATE), "held") == 0;
}

static void
mappe_minutes_step_update (MappeMeetingStep *step)
{
  MappeMinutesStep *self = MAPPE_MINUTES_STEP (step);
  gboolean begun = has_begun (sitting_of (self));

  fill_head (self);
  fill_readers (self);
  fill_editions (self);
  fill_missing (self);
  fill_objections (self);
  gtk_stack_set_visible_child_name (self->stack, begun ? "paper" : "early");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "minutes.next", begun);
  if (!begun)
    return;
  show_paper (self);
  mappe_minutes_typing_update (self->typing);
}

/* --- acts --- */

static void
next_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeMinutesStep *self = MAPPE_MINUTES_STEP (widget);
  MappeMeetingStep *step = MAPPE_MEETING_STEP (self);
  MappeMinutesStage stage = mappe_minutes_stage (sitting_of (self));
  g_autofree char *today = mappe_date_today ();
  GError *error = NULL;
  MappeEdit *edit = NULL;

  mappe_minutes_typing_flush (self->typing);
  if (stage == MAPPE_MINUTES_SENT || stage == MAPPE_MINUTES_OBJECTED)
    {
      mappe_minutes_ask_approval (step);
      return;
    }
  if (stage >= MAPPE_MINUTES_APPROVED)
    {
      mappe_minutes_ask_seal (step, language_of (self));
      return;
    }
  if (stage == MAPPE_MINUTES_NONE)
    edit = mappe_minutes_begin (sitting_of (self), &error);
  else if (stage == MAPPE_MINUTES_DRAFT)
    edit = mappe_minutes_give_to_chair (sitting_of (self), today, &error);
  else
    edit = mappe_minutes_send (sitting_of (self), today, &error);
  mappe_meeting_step_apply (step, edit, error, _("The minutes stay as they were"));
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GError *error = NULL;
  MappeEdit *edit = mappe_minutes_take_back (sitting_of (MAPPE_MINUTES_STEP (widget)), &error);

  mappe_meeting_step_apply (MAPPE_MEETING_STEP (widget), edit, error, _("The minutes stay as they were"));
}

static void
object_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_minutes_ask_objection (MAPPE_MEETING_STEP (widget));
}

static void
correct_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_minutes_ask_correction (MAPPE_MEETING_STEP (widget));
}

static void
format_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MappeRichText *editor = mappe_minutes_paper_get_editor (MAPPE_MINUTES_STEP (widget)->paper);

  if (editor != NULL)
    gtk_widget_activate_action (GTK_WIDGET (editor), g_variant_get_string (parameter, NULL), NULL);
}

/* Returns: (transfer full) (nullable): the document on the paper, without the empty places for typing */
static MappeNode *
readable (MappeMinutesStep *self)
{
  if (self->document == NULL)
    return NULL;
  if (gtk_widget_get_visible (self->formats))
    return mappe_build_minutes (sitting_of (self), MAPPE_CLASS_CONFIDENTIAL, language_of (self));
  return mappe_node_copy_for (self->document, MAPPE_CLASS_CONFIDENTIAL);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (MappeNode) document = readable (MAPPE_MINUTES_STEP (widget));
  g_autofree char *text = document != NULL ? mappe_write_text (document, COPY_WIDTH) : NULL;

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  mappe_feedback_toast (widget, _("Copied"));
}

static void
mappe_minutes_step_print (MappeMeetingStep *step)
{
  MappeNode *document;

  mappe_minutes_typing_flush (MAPPE_MINUTES_STEP (step)->typing);
  document = readable (MAPPE_MINUTES_STEP (step));
  if (document != NULL)
    mappe_print_document (GTK_WIDGET (step), document);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mappe_minutes_step_print (MAPPE_MEETING_STEP (widget));
}

/* To the place where the missing element is added. */
static void
missing_cb (MappeMinutesStep *self, GtkListBoxRow *row)
{
  const MappeMissing *missing = mappe_minutes_missing_of (row);
  g_autofree char *source = NULL;

  gtk_menu_button_popdown (self->missing_button);
  if (!g_str_equal (missing->step, "minutes"))
    {
      for (guint i = 0; i < MAPPE_MEETING_N_STEPS; i++)
        if (g_str_equal (mappe_meeting_steps[i].name, missing->step))
          gtk_widget_activate_action (GTK_WIDGET (self), "steps.show", "u", i);
      return;
    }
  source = g_strdup_printf ("%s/%s", missing->row->kind->name,
                            mappe_row_get_text (missing->row, MAPPE_FIELD_REFERENCE));
  mappe_minutes_paper_show_source (self->paper, source);
}

static void
mappe_minutes_step_leave (MappeMeetingStep *step)
{
  mappe_minutes_typing_flush (MAPPE_MINUTES_STEP (step)->typing);
}

/* At what comes next: objections are decided before the minutes are approved. */
static gboolean
mappe_minutes_step_grab_focus (GtkWidget *widget)
{
  MappeMinutesStep *self = MAPPE_MINUTES_STEP (widget);
  gboolean objected = sitting_of (self) != NULL && mappe_minutes_has_open_objection (sitting_of (self));

  return gtk_widget_grab_focus (objected ? GTK_WIDGET (self->objections_button) : GTK_WIDGET (self->next_button)) ||
         GTK_WIDGET_CLASS (mappe_minutes_step_parent_class)->grab_focus (widget);
}

/* --- GObject --- */

static void
mappe_minutes_step_constructed (GObject *object)
{
  MappeMinutesStep *self = MAPPE_MINUTES_STEP (object);

  G_OBJECT_CLASS (mappe_minutes_step_parent_class)->constructed (object);
  self->typing = mappe_minutes_typing_new (MAPPE_MEETING_STEP (self), self->paper);
}

static void
mappe_minutes_step_dispose (GObject *object)
{
  MappeMinutesStep *self = MAPPE_MINUTES_STEP (object);

  if (self->typing != NULL)
    g_object_run_dispose (G_OBJECT (self->typing));
  g_clear_object (&self->typing);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MAPPE_TYPE_MINUTES_STEP);
  G_OBJECT_CLASS (mappe_minutes_step_parent_class)->dispose (object);
}

static void
mappe_minutes_step_finalize (GObject *object)
{
  MappeMinutesStep *self = MAPPE_MINUTES_STEP (object);

  g_clear_pointer (&self->document, mappe_node_free);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_hash_table_unref (self->sealed);
  G_OBJECT_CLASS (mappe_minutes_step_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MappeMinutesStep, stages);
  gtk_widget_class_bind_template_child (widget_class, MappeMinutesStep, next_button);
  gtk_widget_class_bind_template_child (widget_class, MappeMinutesStep, formats);
  gtk_widget_class_bind_template_child (widget_class, MappeMinutesStep, reader);
  gtk_widget_class_bind_template_child (widget_class, MappeMinutesStep, readers);
  gtk_widget_class_bind_template_child (widget_class, MappeMinutesStep, edition);
  gtk_widget_class_bind_template_child (widget_class, MappeMinutesStep, objections_button);
  gtk_widget_class_bind_template_child (widget_class, MappeMinutesStep, objections);
  gtk_widget_class_bind_template_child (widget_class, MappeMinutesStep, missing_button);
  gtk_widget_class_bind_template_child (widget_class, MappeMinutesStep, missing_list);
  gtk_widget_class_bind_template_child (widget_class, MappeMinutesStep, note);
  gtk_widget_class_bind_template_child (widget_class, MappeMinutesStep, stack);
  gtk_widget_class_bind_template_child (widget_class, MappeMinutesStep, paper);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, missing_cb);
}

static void
mappe_minutes_step_class_init (MappeMinutesStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MappeMeetingStepClass *step_class = MAPPE_MEETING_STEP_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mappe_minutes_step_constructed;
  G_OBJECT_CLASS (klass)->dispose = mappe_minutes_step_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_minutes_step_finalize;
  widget_class->grab_focus = mappe_minutes_step_grab_focus;
  step_class->update = mappe_minutes_step_update;
  step_class->leave = mappe_minutes_step_leave;
  step_class->print = mappe_minutes_step_print;
  g_type_ensure (MAPPE_TYPE_MINUTES_PAPER);
  g_type_ensure (MAPPE_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ratsmappe/Ratsmappe/mappe-minutes-step.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "minutes.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "minutes.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "minutes.object", NULL, object_cb);
  gtk_widget_class_install_action (widget_class, "minutes.correct", NULL, correct_cb);
  gtk_widget_class_install_action (widget_class, "minutes.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "minutes.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "minutes.format", "s", format_cb);
}

static void
mappe_minutes_step_init (MappeMinutesStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sealed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) mappe_node_free);
}
