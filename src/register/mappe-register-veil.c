/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-register-private.h"

#include <string.h>

#include "mappe-agenda-item.h"
#include "mappe-date.h"
#include "mappe-hidden-values.h"
#include "mappe-indicator-series.h"
#include "mappe-indicator-value.h"
#include "mappe-indicator.h"
#include "mappe-meeting.h"
#include "mappe-person.h"
#include "mappe-survey-result.h"

#define REMEMBERED_MOST 20000
#define DEPTH_MOST 32

typedef struct {
  const MappeKind *kind;
  gint64           id;
  MappeShow        show;
} Answer;

/**
 * MappeVeil:
 * @answers: (element-type Answer): of records that others refer to
 * @hidden: (nullable) (element-type gint64): values below the least number that may be told
 * @depth: how many records are being asked about, one because of the other
 */
struct _MappeVeil {
  MappeSnapshot     *snapshot;
  MappeProfile       profile;
  gint64             person;
  char              *until;
  GHashTable        *answers;
  GHashTable        *hidden;
  guint              depth;
};

static guint
answer_hash (gconstpointer key)
{
  const Answer *answer = key;

  return g_direct_hash (answer->kind) ^ g_int64_hash (&answer->id);
}

static gboolean
answer_equal (gconstpointer left, gconstpointer right)
{
  const Answer *one = left, *other = right;

  return one->kind == other->kind && one->id == other->id;
}

/** mappe_veil_new: Returns: (transfer full) (nullable): valid as long as @snapshot */
MappeVeil *
mappe_veil_new (MappeSnapshot *snapshot, const MappeRegisterOrder *order, GError **error)
{
  g_autoptr (MappeVeil) self = g_new0 (MappeVeil, 1);

  self->snapshot = snapshot;
  self->profile = order->profile;
  self->person = order->person;
  self->until = order->until != NULL      ? g_strdup (order->until)
                : order->exported != NULL ? g_strndup (order->exported, strlen ("YYYY-MM-DD")) : mappe_date_today ();
  self->answers = g_hash_table_new_full (answer_hash, answer_equal, g_free, NULL);
  if (!mappe_profile_carries (self->profile))
    {
      self->hidden = mappe_hidden_values_load (snapshot, NULL, error);
      if (self->hidden == NULL)
        return NULL;
    }
  return g_steal_pointer (&self);
}

/** mappe_veil_free: @self: (transfer full) */
void
mappe_veil_free (MappeVeil *self)
{
  g_hash_table_unref (self->answers);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_free (self->until);
  g_free (self);
}

/* --- records --- */

static gboolean
has_bit (guint64 mask, guint field)
{
  return (mask >> field & 1) != 0;
}

static guint64
seen_fields (const MappeVeil *self, const MappePolicy *policy)
{
  if (self->profile == MAPPE_PROFILE_MEMBERS)
    return policy->members_fields;
  return self->profile == MAPPE_PROFILE_PUBLIC ? policy->public_fields : 0;
}

static MappeShow show_required (const MappeVeil *self, const MappePolicy *policy);

/**
 * mappe_veil_fields:
 *
 * Returns: the fields that readers see of the records of a kind, bit by bit in the order of its table; 0 where they see
 *   none of these records. What one record hides beyond that mappe_veil_see() says.
 */
guint64
mappe_veil_fields (const MappeVeil *self, const MappeKind *kind)
{
  const MappePolicy *policy = mappe_policy_of (kind);

  if (self->profile == MAPPE_PROFILE_FULL)
    return G_MAXUINT64;
  return policy->least <= self->profile && show_required (self, policy) == MAPPE_SHOWN ? seen_fields (self, policy) : 0;
}

/* Where a field without which there is no record may not be seen, the record may not. */
static MappeShow
show_required (const MappeVeil *self, const MappePolicy *policy)
{
  const MappeKind *kind = policy->kind;
  guint64 seen = seen_fields (self, policy);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & MAPPE_FIELD_REQUIRED) != 0 && !has_bit (seen, i))
      return (kind->fields[i].flags & MAPPE_FIELD_PERSONAL) != 0 ? MAPPE_PERSONAL : MAPPE_CONFIDENTIAL;
  return MAPPE_SHOWN;
}

static MappeShow
show_alone (const MappeVeil *self, const MappePolicy *policy, const MappeRow *row)
{
  MappeShow reason = policy->reason;
  MappeProfile least = policy->judge != NULL ? policy->judge (row, &reason) : policy->least;

  if (least > self->profile)
    return self->profile == MAPPE_PROFILE_PUBLIC && row->kind == &mappe_agenda_item_kind ? MAPPE_ANNOUNCED : reason;
  return show_required (self, policy);
}

static gboolean show_id (MappeVeil *self, const MappeKind *kind, gint64 id, MappeShow *show, GError **error);

/* What belongs to something hidden is hidden with it; that it is there would tell already. */
static gboolean
show_context (MappeVeil *self, const MappePolicy *policy, const MappeRow *row, MappeShow *show, GError **error)
{
  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      MappeShow target;

      if (!has_bit (policy->context, i) || mappe_row_is_null (row, i))
        continue;
      if (!show_id (self, mappe_kind_lookup (row->kind->fields[i].target, NULL), mappe_row_get_int (row, i), &target,
                    error))
        return FALSE;
      if (target != MAPPE_SHOWN)
        *show = MAPPE_ABSENT;
    }
  return TRUE;
}

/* Before the invitation an agenda is the draft of the secretary. */
static gboolean
show_item (MappeVeil *self, const MappeRow *item, MappeShow *show, GError **error)
{
  gint64 id = mappe_row_get_int (item, MAPPE_AGENDA_ITEM_MEETING);
  g_autoptr (GError) cause = NULL;
  g_autoptr (MappeRow) meeting = mappe_snapshot_load (self->snapshot, &mappe_meeting_kind, id, &cause);

  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (meeting == NULL || g_strcmp0 (mappe_row_get_text (meeting, MAPPE_MEETING_STATE), "planned") == 0)
    *show = MAPPE_DRAFT;
  return TRUE;
}

/* The person, and every record that names the person. */
static gboolean
names_person (const MappeVeil *self, const MappeRow *row)
{
  if (row->kind == &mappe_person_kind)
    return row->id == self->person;
  for (guint i = 0; i < row->kind->n_fields; i++)
    if (row->kind->fields[i].type == MAPPE_FIELD_REF && mappe_row_get_int (row, i) == self->person
        && g_str_equal (row->kind->fields[i].target, "person"))
      return TRUE;
  return FALSE;
}

/**
 * mappe_veil_show:
 * @show: (out): whether readers see the record, and if not, why
 *
 * Returns: whether it could be found out
 */
gboolean
mappe_veil_show (MappeVeil *self, const MappeRow *row, MappeShow *show, GError **error)
{
  const MappePolicy *policy = mappe_policy_of (row->kind);

  *show = MAPPE_SHOWN;
  if (self->profile == MAPPE_PROFILE_FULL)
    return TRUE;
  if (self->profile == MAPPE_PROFILE_SUBJECT)
    {
      *show = names_person (self, row) ? MAPPE_SHOWN : MAPPE_ABSENT;
      return TRUE;
    }
  if (self->depth >= DEPTH_MOST)
    *show = MAPPE_ABSENT;
  else if (self->profile == MAPPE_PROFILE_ARCHIVE)
    *show = mappe_closed_is (row, self->until) ? MAPPE_SHOWN : MAPPE_ABSENT;
  else
    *show = show_alone (self, policy, row);
  if (*show == MAPPE_ABSENT)
    return TRUE;
  self->depth++;
  if (!show_context (self, policy, row, show, error))
    return FALSE;
  self->depth--;
  if (row->kind == &mappe_agenda_item_kind && self->profile != MAPPE_PROFILE_ARCHIVE
      && (*show == MAPPE_SHOWN || *show == MAPPE_ANNOUNCED) && !show_item (self, row, show, error))
    return FALSE;
  if (self->profile == MAPPE_PROFILE_PUBLIC && *show != MAPPE_SHOWN && *show != MAPPE_ANNOUNCED)
    *show = MAPPE_ABSENT;
  return TRUE;
}

static gboolean
ask (MappeVeil *self, const MappeKind *kind, gint64 id, MappeShow *show, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (MappeRow) row = mappe_snapshot_load (self->snapshot, kind, id, &cause);

  *show = MAPPE_ABSENT;
  if (cause == NULL)
    return row == NULL || mappe_veil_show (self, row, show, error);
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* The same for a record that another refers to. */
static gboolean
show_id (MappeVeil *self, const MappeKind *kind, gint64 id, MappeShow *show, GError **error)
{
  Answer key = { kind, id, MAPPE_ABSENT };
  const Answer *known = self->profile != MAPPE_PROFILE_FULL ? g_hash_table_lookup (self->answers, &key) : NULL;

  *show = known != NULL ? known->show : MAPPE_SHOWN;
  if (known != NULL || self->profile == MAPPE_PROFILE_FULL)
    return TRUE;
  if (!ask (self, kind, id, &key.show, error))
    return FALSE;
  if (g_hash_table_size (self->answers) >= REMEMBERED_MOST)
    g_hash_table_remove_all (self->answers);
  g_hash_table_add (self->answers, g_memdup2 (&key, sizeof key));
  *show = key.show;
  return TRUE;
}

/* --- fields --- */

/* GemO § 34 (6): of what is not public the notice says when it comes and what it is in general words. */
static gboolean
is_announced (guint field)
{
  return field == MAPPE_AGENDA_ITEM_MEETING || field == MAPPE_AGENDA_ITEM_NUMBER
         || field == MAPPE_AGENDA_ITEM_PUBLIC_TITLE;
}

/**
 * mappe_veil_has_field:
 * @row: a record that is shown or announced
 * @row_show: which of them, see mappe_veil_show()
 * @has: (out): whether readers see the field, if it has a value
 *
 * Returns: whether it could be found out
 */
gboolean
mappe_veil_has_field (MappeVeil *self, const MappeRow *row, MappeShow row_show, guint field, gboolean *has,
                      GError **error)
{
  const MappeFieldSpec *spec = &row->kind->fields[field];
  MappeShow show = MAPPE_SHOWN;

  *has = row_show == MAPPE_ANNOUNCED ? is_announced (field) : self->profile == MAPPE_PROFILE_FULL;
  if (*has || row_show == MAPPE_ANNOUNCED)
    return TRUE;
  *has = self->profile == MAPPE_PROFILE_SUBJECT
         || (self->profile == MAPPE_PROFILE_ARCHIVE && mappe_closed_has_field (row->kind, field))
         || has_bit (seen_fields (self, mappe_policy_of (row->kind)), field);
  if (!*has || spec->type != MAPPE_FIELD_REF)
    return TRUE;
  if (!show_id (self, mappe_kind_lookup (spec->target, NULL), mappe_row_get_int (row, field), &show, error))
    return FALSE;
  *has = show == MAPPE_SHOWN;
  return TRUE;
}

/* --- numbers that are too small --- */

static gboolean
is_small (MappeVeil *self, const MappeRow *survey, gboolean *small, GError **error)
{
  gint64 id = mappe_row_get_int (survey, MAPPE_SURVEY_RESULT_INDICATOR);
  g_autoptr (GError) cause = NULL;
  g_autoptr (MappeRow) indicator = mappe_snapshot_load (self->snapshot, &mappe_indicator_kind, id, &cause);

  *small = indicator == NULL || mappe_row_get_int (indicator, MAPPE_INDICATOR_SUPPRESS_BELOW_5) != 0;
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* What a series began with is one of its numbers. */
static gboolean
has_small_baseline (const MappeRow *indicator)
{
  double baseline = mappe_row_get_real (indicator, MAPPE_INDICATOR_BASELINE);

  return mappe_row_get_int (indicator, MAPPE_INDICATOR_SUPPRESS_BELOW_5) != 0 && baseline > 0
         && baseline < MAPPE_SERIES_THRESHOLD;
}

/* Of a survey whose numbers may not be told when they are small, one number would give away the others. */
static void
veil_survey (MappeRow *row)
{
  static const guint counts[] = {
    MAPPE_SURVEY_RESULT_ANSWERED, MAPPE_SURVEY_RESULT_FAVOURABLE, MAPPE_SURVEY_RESULT_COUNTS,
    MAPPE_SURVEY_RESULT_STAYED_FAVOURABLE, MAPPE_SURVEY_RESULT_BECAME_FAVOURABLE,
    MAPPE_SURVEY_RESULT_BECAME_UNFAVOURABLE, MAPPE_SURVEY_RESULT_STAYED_UNFAVOURABLE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    mappe_value_clear (&row->values[counts[i]]);
}

/**
 * mappe_veil_row:
 * @row: (transfer none): a record that is shown
 *
 * Returns: (transfer full) (nullable): the record without numbers so small that they tell of single people; %NULL with
 *   an error
 */
MappeRow *
mappe_veil_row (MappeVeil *self, MappeRow *row, GError **error)
{
  MappeRow *veiled;
  gboolean small = FALSE;

  if (self->hidden == NULL)
    return mappe_row_ref (row);
  if (row->kind == &mappe_indicator_kind)
    small = has_small_baseline (row);
  else if (row->kind == &mappe_indicator_value_kind)
    small = g_hash_table_contains (self->hidden, &row->id);
  else if (row->kind == &mappe_survey_result_kind && !is_small (self, row, &small, error))
    return NULL;
  if (!small)
    return mappe_row_ref (row);
  veiled = mappe_row_copy (row);
  if (row->kind == &mappe_survey_result_kind)
    veil_survey (veiled);
  else if (row->kind == &mappe_indicator_kind)
    mappe_value_clear (&veiled->values[MAPPE_INDICATOR_BASELINE]);
  else
    {
      mappe_value_clear (&veiled->values[MAPPE_INDICATOR_VALUE_VALUE]);
      mappe_value_clear (&veiled->values[MAPPE_INDICATOR_VALUE_BASE]);
      mappe_value_set_text (&veiled->values[MAPPE_INDICATOR_VALUE_STATUS], "suppressed");
    }
  return veiled;
}

static gboolean
clear_unseen (MappeVeil *self, MappeRow *row, const MappeRow *whole, GError **error)
{
  for (guint i = 0; i < row->kind->n_fields; i++)
    {
      gboolean has = TRUE;

      if (!mappe_row_is_null (row, i) && !mappe_veil_has_field (self, whole, MAPPE_SHOWN, i, &has, error))
        return FALSE;
      if (!has)
        mappe_value_clear (&row->values[i]);
    }
  return TRUE;
}

/**
 * mappe_veil_see:
 * @row: (transfer none): a record
 *
 * Returns: (transfer full) (nullable): the record with what readers see of it and nothing else; %NULL without an error
 *   where they see nothing
 */
MappeRow *
mappe_veil_see (MappeVeil *self, MappeRow *row, GError **error)
{
  MappeShow show;
  g_autoptr (MappeRow) veiled = NULL;
  g_autoptr (MappeRow) seen = NULL;

  if (!mappe_veil_show (self, row, &show, error) || show != MAPPE_SHOWN)
    return NULL;
  veiled = mappe_veil_row (self, row, error);
  if (veiled == NULL || self->profile == MAPPE_PROFILE_FULL)
    return g_steal_pointer (&veiled);
  seen = mappe_row_copy (veiled);
  return clear_unseen (self, seen, row, error) ? g_steal_pointer (&seen) : NULL;
}
