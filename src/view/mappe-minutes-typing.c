/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-minutes-typing.h"

#include <glib/gi18n-lib.h>

#include "mappe-dialogs.h"
#include "mappe-draft.h"
#include "mappe-feedback.h"
#include "mappe-minutes-acts.h"

#define SAVE_AFTER_MS 1000

/**
 * Typed: a typed part that is not in the file yet
 * @base: the record as it was when the typing began
 * @markup: the text as typed
 * @saving: (nullable): the text that is on its way into the file
 * @asking: both texts are being shown
 */
typedef struct {
  char     *source;
  guint     field;
  MappeRow *base;
  char     *markup;
  char     *saving;
  gboolean  asking;
} Typed;

struct _MappeMinutesTyping {
  GObject parent_instance;

  MappeMeetingStep  *step;   /* owns us; NULL when it has gone */
  MappeStore        *store;
  MappeMinutesPaper *paper;
  GPtrArray         *typed;  /* element-type Typed */
  guint              timer;
  gboolean           restored;
};

G_DEFINE_FINAL_TYPE (MappeMinutesTyping, mappe_minutes_typing, G_TYPE_OBJECT)

static void
typed_free (gpointer data)
{
  Typed *typed = data;

  g_free (typed->source);
  g_clear_pointer (&typed->base, mappe_row_unref);
  g_free (typed->markup);
  g_free (typed->saving);
  g_free (typed);
}

static const char *
field_name (const Typed *typed)
{
  return typed->base->kind->fields[typed->field].name;
}

static const char *
text_of (const MappeRow *row, guint field)
{
  const char *text = mappe_row_get_text (row, field);

  return text != NULL ? text : "";
}

/* --- finding --- */

/* Returns: (transfer none) (nullable): the record "kind/reference" as it is in the file. */
static MappeRow *
row_of (MappeMinutesTyping *self, const char *source)
{
  const MappeSitting *sitting = self->step != NULL ? mappe_meeting_step_get_sitting (self->step) : NULL;
  const MappeRow *edition = sitting != NULL ? mappe_sitting_last_minutes (sitting) : NULL;
  const char *reference = strchr (source, '/') + 1;

  if (edition != NULL && g_str_has_prefix (source, edition->kind->name) &&
      g_strcmp0 (mappe_row_get_text (edition, MAPPE_FIELD_REFERENCE), reference) == 0)
    return (MappeRow *) edition;
  for (guint i = 0; sitting != NULL && i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      if (g_str_has_prefix (source, item->row->kind->name) &&
          g_strcmp0 (mappe_row_get_text (item->row, MAPPE_FIELD_REFERENCE), reference) == 0)
        return item->row;
    }
  return NULL;
}

static Typed *
find (MappeMinutesTyping *self, const char *source, guint field)
{
  for (guint i = 0; i < self->typed->len; i++)
    {
      Typed *typed = g_ptr_array_index (self->typed, i);

      if (typed->field == field && g_str_equal (typed->source, source))
        return typed;
    }
  return NULL;
}

static void
forget (MappeMinutesTyping *self, Typed *typed)
{
  mappe_minutes_paper_hold (self->paper, typed->source, field_name (typed), FALSE);
  g_ptr_array_remove (self->typed, typed);
}

/* --- the draft that survives a crash --- */

static void
keep_draft (MappeMinutesTyping *self, const Typed *typed)
{
  g_autofree char *slot = mappe_draft_slot (typed->base);
  g_autoptr (MappeDraft) draft = mappe_draft_load (self->store, slot);

  if (draft == NULL)
    draft = mappe_draft_new (typed->base);
  g_hash_table_insert (draft->base, g_strdup (field_name (typed)), g_strdup (text_of (typed->base, typed->field)));
  g_hash_table_insert (draft->input, g_strdup (field_name (typed)), g_strdup (typed->markup));
  mappe_draft_save (self->store, draft);
}

static void
drop_draft (MappeMinutesTyping *self, const Typed *typed)
{
  g_autofree char *slot = mappe_draft_slot (typed->base);
  g_autoptr (MappeDraft) draft = mappe_draft_load (self->store, slot);

  if (draft == NULL)
    return;
  g_hash_table_remove (draft->base, field_name (typed));
  g_hash_table_remove (draft->input, field_name (typed));
  if (mappe_draft_is_empty (draft))
    mappe_draft_remove (self->store, slot);
  else
    mappe_draft_save (self->store, draft);
}

/* --- saving --- */

typedef struct {
  MappeMinutesTyping *self;
  char               *source;
  guint               field;
} Saving;

static void save (MappeMinutesTyping *self, Typed *typed);

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->self);
  g_free (saving->source);
  g_free (saving);
}

/* A person has seen both texts. Who closed the question has not chosen: the text stays as typed, and what is typed or
 * saved next asks again. */
static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autofree char *answer = mappe_dialogs_ask_finish (result, NULL);
  Typed *typed = find (saving->self, saving->source, saving->field);
  MappeRow *row = typed != NULL ? row_of (saving->self, saving->source) : NULL;

  if (row != NULL)
    {
      gboolean theirs = g_strcmp0 (answer, "theirs") == 0, mine = g_strcmp0 (answer, "mine") == 0;

      typed->asking = FALSE;
      if (theirs || mine)
        {
          mappe_row_unref (typed->base);
          typed->base = mappe_row_ref (row);
        }
      if (theirs)
        {
          drop_draft (saving->self, typed);
          mappe_minutes_paper_set_typed (saving->self->paper, typed->source, field_name (typed),
                                         text_of (row, typed->field));
          forget (saving->self, typed);
        }
      else if (mine)
        save (saving->self, typed);
    }
  saving_free (saving);
}

static void
ask (MappeMinutesTyping *self, Typed *typed, const MappeConflict *conflict)
{
  static const MappeDialogsAnswer answers[] = {
    { "theirs", N_("Take _theirs"), MAPPE_DIALOGS_PLAIN },
    { "mine", N_("Keep _mine"), MAPPE_DIALOGS_SUGGESTED },
  };
  MappeDialogsAnswer translated[G_N_ELEMENTS (answers)];
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *body = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    translated[i] = (MappeDialogsAnswer) { answers[i].id, _(answers[i].label), answers[i].look };
  /* Translators: the text of the user; the text that is in the file */
  body = g_strdup_printf (_("Yours:\n%s\n\nTheirs:\n%s"), typed->markup,
                          conflict->theirs != NULL ? conflict->theirs : "");
  *saving = (Saving) { g_object_ref (self), g_strdup (typed->source), typed->field };
  typed->asking = TRUE;
  mappe_dialogs_ask_async (GTK_WIDGET (self->step), _("Somebody else changed this text meanwhile"), body, translated,
                           G_N_ELEMENTS (translated), NULL, chosen_cb, saving);
}

static void
saved (MappeMinutesTyping *self, Typed *typed)
{
  g_autofree char *saved_text = g_steal_pointer (&typed->saving);
  MappeRow *mine;

  if (g_str_equal (typed->markup, saved_text))
    {
      drop_draft (self, typed);
      forget (self, typed);
      return;
    }
  /* More was typed meanwhile: from here on what was saved is what the file has. */
  mine = mappe_row_copy (typed->base);
  mappe_row_set_canonical (mine, typed->field, *saved_text != '\0' ? saved_text : NULL, NULL);
  mappe_row_unref (typed->base);
  typed->base = mine;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  Typed *typed = find (saving->self, saving->source, saving->field);
  g_autoptr (GError) error = NULL;
  g_autoptr (MappeApplied) fault = NULL;
  g_autoptr (MappeApplied) applied = mappe_store_apply_finish (MAPPE_STORE (source), result, &fault, &error);

  if (typed != NULL && applied != NULL)
    saved (saving->self, typed);
  else if (typed != NULL)
    {
      g_clear_pointer (&typed->saving, g_free);
      /* The draft still has the text when the step has gone. */
      if (saving->self->step == NULL)
        g_debug ("text of the minutes was not saved: %s", error->message);
      else if (g_error_matches (error, MAPPE_STORE_ERROR, MAPPE_STORE_ERROR_CONFLICT) && fault != NULL &&
          fault->conflicts != NULL && fault->conflicts->len > 0)
        ask (saving->self, typed, g_ptr_array_index (fault->conflicts, 0));
      else
        mappe_feedback_error (GTK_WIDGET (saving->self->step), error, _("The text was not saved"));
    }
  saving_free (saving);
}

static void
save (MappeMinutesTyping *self, Typed *typed)
{
  const MappeSitting *sitting = self->step != NULL ? mappe_meeting_step_get_sitting (self->step) : NULL;
  g_autoptr (GError) error = NULL;
  Saving *saving;
  MappeEdit *edit;

  if (typed->saving != NULL || typed->asking || sitting == NULL)
    return;
  if (g_str_equal (typed->markup, text_of (typed->base, typed->field)))
    {
      drop_draft (self, typed);
      forget (self, typed);
      return;
    }
  edit = mappe_minutes_type (sitting, typed->base, typed->field, typed->markup, &error);
  if (edit == NULL)
    {
      mappe_feedback_error (GTK_WIDGET (self->step), error, _("The text was not saved"));
      return;
    }
  saving = g_new0 (Saving, 1);
  *saving = (Saving) { g_object_ref (self), g_strdup (typed->source), typed->field };
  typed->saving = g_strdup (typed->markup);
  mappe_store_apply_async (self->store, edit, NULL, saved_cb, saving);
}

/** mappe_minutes_typing_flush: Saves at once what was typed. */
void
mappe_minutes_typing_flush (MappeMinutesTyping *self)
{
  g_return_if_fail (MAPPE_IS_MINUTES_TYPING (self));
  g_clear_handle_id (&self->timer, g_source_remove);
  /* Backwards: what turns out to be no change is forgotten. */
  for (guint i = self->typed->len; i > 0; i--)
    save (self, g_ptr_array_index (self->typed, i - 1));
}

static gboolean
timer_cb (gpointer data)
{
  MappeMinutesTyping *self = data;

  self->timer = 0;
  mappe_minutes_typing_flush (self);
  return G_SOURCE_REMOVE;
}

/* --- typing --- */

static Typed *
begin (MappeMinutesTyping *self, const char *source, MappeRow *base, guint field)
{
  Typed *typed = g_new0 (Typed, 1);

  typed->source = g_strdup (source);
  typed->field = field;
  typed->base = mappe_row_ref (base);
  g_ptr_array_add (self->typed, typed);
  mappe_minutes_paper_hold (self->paper, source, field_name (typed), TRUE);
  return typed;
}

static void
start_timer (MappeMinutesTyping *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (SAVE_AFTER_MS, timer_cb, self);
}

static void
typed_cb (MappeMinutesPaper *paper, const char *source, const char *name, const char *markup, MappeMinutesTyping *self)
{
  MappeRow *row = row_of (self, source);
  int field = row != NULL ? mappe_kind_find_field (row->kind, name) : -1;
  Typed *typed;

  if (field < 0)
    return;
  typed = find (self, source, (guint) field);
  if (typed == NULL)
    typed = begin (self, source, row, (guint) field);
  g_free (typed->markup);
  typed->markup = g_strdup (markup);
  keep_draft (self, typed);
  start_timer (self);
}

/* --- from an earlier run of the program --- */

static void
restore_field (MappeMinutesTyping *self, MappeRow *row, const char *name)
{
  g_autofree char *slot = mappe_draft_slot (row);
  g_autoptr (MappeDraft) draft = mappe_draft_load (self->store, slot);
  const char *input = draft != NULL ? g_hash_table_lookup (draft->input, name) : NULL;
  const char *before = draft != NULL ? g_hash_table_lookup (draft->base, name) : NULL;
  guint field = (guint) mappe_kind_find_field (row->kind, name);
  g_autoptr (MappeRow) base = NULL;
  g_autofree char *source = NULL;
  Typed *typed;

  if (input == NULL || g_str_equal (input, text_of (row, field)))
    return;
  base = mappe_row_copy (row);
  base->version = draft->version;
  mappe_row_set_canonical (base, field, before != NULL && *before != '\0' ? before : NULL, NULL);
  source = g_strdup_printf ("%s/%s", row->kind->name, mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  typed = begin (self, source, base, field);
  typed->markup = g_strdup (input);
  mappe_minutes_paper_set_typed (self->paper, source, name, input);
  start_timer (self);
}

static void
restore (MappeMinutesTyping *self, const MappeSitting *sitting)
{
  const MappeRow *edition = mappe_sitting_last_minutes (sitting);

  self->restored = TRUE;
  if (!mappe_minutes_can_be_typed (sitting))
    return;
  if (edition != NULL)
    {
      restore_field (self, (MappeRow *) edition, "opening");
      restore_field (self, (MappeRow *) edition, "closing");
    }
  for (guint i = 0; i < sitting->items->len; i++)
    restore_field (self, ((MappeSittingItem *) g_ptr_array_index (sitting->items, i))->row, "discussion");
}

/**
 * mappe_minutes_typing_update:
 *
 * Another state of the meeting is on the paper. What is typed and not saved is built on the present record where its
 * text is still the one the typing began with.
 */
void
mappe_minutes_typing_update (MappeMinutesTyping *self)
{
  const MappeSitting *sitting;

  g_return_if_fail (MAPPE_IS_MINUTES_TYPING (self));
  sitting = mappe_meeting_step_get_sitting (self->step);
  if (!self->restored)
    restore (self, sitting);
  for (guint i = 0; i < self->typed->len; i++)
    {
      Typed *typed = g_ptr_array_index (self->typed, i);
      MappeRow *row = row_of (self, typed->source);

      if (row == NULL || typed->saving != NULL ||
          !g_str_equal (text_of (row, typed->field), text_of (typed->base, typed->field)))
        continue;
      mappe_row_unref (typed->base);
      typed->base = mappe_row_ref (row);
    }
}

/* --- GObject --- */

static void
mappe_minutes_typing_dispose (GObject *object)
{
  MappeMinutesTyping *self = MAPPE_MINUTES_TYPING (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->step = NULL;
  G_OBJECT_CLASS (mappe_minutes_typing_parent_class)->dispose (object);
}

static void
mappe_minutes_typing_finalize (GObject *object)
{
  MappeMinutesTyping *self = MAPPE_MINUTES_TYPING (object);

  g_ptr_array_unref (self->typed);
  g_object_unref (self->paper);
  g_object_unref (self->store);
  G_OBJECT_CLASS (mappe_minutes_typing_parent_class)->finalize (object);
}

static void
mappe_minutes_typing_class_init (MappeMinutesTypingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mappe_minutes_typing_dispose;
  G_OBJECT_CLASS (klass)->finalize = mappe_minutes_typing_finalize;
}

static void
mappe_minutes_typing_init (MappeMinutesTyping *self)
{
  self->typed = g_ptr_array_new_with_free_func (typed_free);
}

/** mappe_minutes_typing_new: @step: lives longer. Returns: (transfer full): saves what is typed on @paper */
MappeMinutesTyping *
mappe_minutes_typing_new (MappeMeetingStep *step, MappeMinutesPaper *paper)
{
  MappeMinutesTyping *self = g_object_new (MAPPE_TYPE_MINUTES_TYPING, NULL);

  self->step = step;
  self->store = g_object_ref (mappe_meeting_step_get_store (step));
  self->paper = g_object_ref (paper);
  g_signal_connect_object (paper, "typed", G_CALLBACK (typed_cb), self, 0);
  return self;
}
