/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-volunteers.h"

#include <math.h>
#include <stdlib.h>

#include "mappe-date.h"
#include "mappe-funding-application.h"
#include "mappe-funding-programme.h"
#include "mappe-period.h"
#include "mappe-volunteer-programme.h"
#include "mappe-volunteer-quarter.h"
#include "mappe-volunteer.h"
#include "mappe-volunteers-private.h"

/* --- reading --- */

static GPtrArray *
list_all (MappeSnapshot *snapshot, const MappeKind *kind, guint order, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  mappe_query_order (query, order, FALSE);
  return mappe_snapshot_list (snapshot, query, error);
}

static GPtrArray *
rows_of_all (MappeSnapshot *snapshot, const MappeKind *kind, guint order, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);

  mappe_query_order (query, order, FALSE);
  return mappe_snapshot_rows (snapshot, query, error);
}

/**
 * mappe_volunteers_load:
 * @today: "YYYY-MM-DD": what is due is reckoned from it
 *
 * Returns: (transfer full) (nullable): programmes, quarters, volunteers and what money may be asked for
 */
MappeVolunteers *
mappe_volunteers_load (MappeSnapshot *snapshot, const char *today, GError **error)
{
  g_autoptr (MappeVolunteers) self = g_new0 (MappeVolunteers, 1);

  self->today = g_strdup (today);
  self->programmes = list_all (snapshot, &mappe_volunteer_programme_kind, MAPPE_VOLUNTEER_PROGRAMME_NAME, error);
  if (self->programmes != NULL)
    self->quarters = rows_of_all (snapshot, &mappe_volunteer_quarter_kind, MAPPE_VOLUNTEER_QUARTER_PERIOD, error);
  if (self->quarters != NULL)
    self->people = list_all (snapshot, &mappe_volunteer_kind, MAPPE_VOLUNTEER_LAST_NAME, error);
  if (self->people != NULL)
    self->applications = list_all (snapshot, &mappe_funding_application_kind, MAPPE_FIELD_REFERENCE, error);
  if (self->applications != NULL)
    self->rules = rows_of_all (snapshot, &mappe_funding_programme_kind, MAPPE_FIELD_REFERENCE, error);
  return self->rules != NULL ? g_steal_pointer (&self) : NULL;
}

/** mappe_volunteers_free: @self: (transfer full) */
void
mappe_volunteers_free (MappeVolunteers *self)
{
  g_free (self->today);
  g_clear_pointer (&self->programmes, g_ptr_array_unref);
  g_clear_pointer (&self->quarters, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->applications, g_ptr_array_unref);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_free (self);
}

/** mappe_volunteers_programme: Returns: (transfer none) (nullable): the programme of that id */
const MappeListed *
mappe_volunteers_programme (const MappeVolunteers *self, gint64 id)
{
  for (guint i = 0; i < self->programmes->len; i++)
    {
      const MappeListed *programme = g_ptr_array_index (self->programmes, i);

      if (programme->row->id == id)
        return programme;
    }
  return NULL;
}

/* --- quarters --- */

/** mappe_volunteers_quarters: Returns: (transfer container) (element-type MappeRow): those of a programme, by period */
GPtrArray *
mappe_volunteers_quarters (const MappeVolunteers *self, gint64 programme)
{
  GPtrArray *quarters = g_ptr_array_new ();

  for (guint i = 0; i < self->quarters->len; i++)
    {
      MappeRow *quarter = g_ptr_array_index (self->quarters, i);

      if (mappe_row_get_int (quarter, MAPPE_VOLUNTEER_QUARTER_PROGRAMME) == programme)
        g_ptr_array_add (quarters, quarter);
    }
  return quarters;
}

static int
year_of (const MappeRow *quarter)
{
  return mappe_period_parse (mappe_row_get_text (quarter, MAPPE_VOLUNTEER_QUARTER_PERIOD)).year;
}

/**
 * mappe_volunteers_years:
 * @programme: id, or 0 for all
 *
 * Returns: (transfer full) (element-type int): years with an entry, newest first
 */
GArray *
mappe_volunteers_years (const MappeVolunteers *self, gint64 programme)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  /* The quarters are by period, whatever their programme. */
  for (guint i = self->quarters->len; i-- > 0;)
    {
      const MappeRow *quarter = g_ptr_array_index (self->quarters, i);
      int year = year_of (quarter);

      if (year > 0 && (programme == 0 || mappe_row_get_int (quarter, MAPPE_VOLUNTEER_QUARTER_PROGRAMME) == programme)
          && (years->len == 0 || g_array_index (years, int, years->len - 1) != year))
        g_array_append_val (years, year);
    }
  return years;
}

static MappeVolunteerSum
sum_of_one (const MappeVolunteers *self, gint64 programme, int year)
{
  MappeVolunteerSum sum = { 0 };
  g_autoptr (GPtrArray) quarters = mappe_volunteers_quarters (self, programme);

  for (guint i = 0; i < quarters->len; i++)
    {
      const MappeRow *quarter = g_ptr_array_index (quarters, i);

      if (year_of (quarter) != year)
        continue;
      sum.n++;
      sum.hours += mappe_row_get_real (quarter, MAPPE_VOLUNTEER_QUARTER_HOURS);
      sum.joined += mappe_row_get_int (quarter, MAPPE_VOLUNTEER_QUARTER_JOINED);
      sum.departed += mappe_row_get_int (quarter, MAPPE_VOLUNTEER_QUARTER_DEPARTED);
      if (!mappe_row_is_null (quarter, MAPPE_VOLUNTEER_QUARTER_ACTIVE))
        sum.active = mappe_row_get_int (quarter, MAPPE_VOLUNTEER_QUARTER_ACTIVE);
      if (!mappe_row_is_null (quarter, MAPPE_VOLUNTEER_QUARTER_TRAINED))
        sum.trained = mappe_row_get_int (quarter, MAPPE_VOLUNTEER_QUARTER_TRAINED);
    }
  return sum;
}

/** mappe_volunteers_sum: @programme: id, or 0 for all. Returns: what was counted in a year */
MappeVolunteerSum
mappe_volunteers_sum (const MappeVolunteers *self, gint64 programme, int year)
{
  MappeVolunteerSum sum = { 0 };

  if (programme > 0)
    return sum_of_one (self, programme, year);
  for (guint i = 0; i < self->programmes->len; i++)
    {
      MappeVolunteerSum one =
          sum_of_one (self, ((MappeListed *) g_ptr_array_index (self->programmes, i))->row->id, year);

      sum.n += one.n;
      sum.hours += one.hours;
      sum.joined += one.joined;
      sum.departed += one.departed;
      sum.active += one.active;
      sum.trained += one.trained;
    }
  return sum;
}

/**
 * mappe_volunteers_next_quarter:
 *
 * Returns: (transfer full): the quarter that is to be entered: the one after the last, "2026Q4"; without any, the one
 *   that was over last
 */
char *
mappe_volunteers_next_quarter (const MappeVolunteers *self, gint64 programme)
{
  g_autoptr (GPtrArray) quarters = mappe_volunteers_quarters (self, programme);
  MappePeriod last = mappe_period_add (mappe_period_at (self->today, MAPPE_PERIOD_QUARTER), -2);

  if (quarters->len > 0)
    {
      const MappeRow *quarter = g_ptr_array_index (quarters, quarters->len - 1);
      MappePeriod entered = mappe_period_parse (mappe_row_get_text (quarter, MAPPE_VOLUNTEER_QUARTER_PERIOD));

      if (entered.kind == MAPPE_PERIOD_QUARTER)
        last = entered;
    }
  return mappe_period_to_text (mappe_period_add (last, 1));
}

/* --- people --- */

/** mappe_volunteer_is_active: Returns: whether somebody has begun by that day and not ended before it */
gboolean
mappe_volunteer_is_active (const MappeRow *person, const char *day)
{
  const char *begin = mappe_row_get_text (person, MAPPE_VOLUNTEER_BEGINS_ON);
  const char *end = mappe_row_get_text (person, MAPPE_VOLUNTEER_ENDS_ON);

  return begin != NULL && g_strcmp0 (begin, day) <= 0 && (end == NULL || g_strcmp0 (end, day) >= 0);
}

/** mappe_volunteers_rhythm: Returns: months between the trainings of somebody; 0: the programme has no rhythm */
guint
mappe_volunteers_rhythm (const MappeVolunteers *self, const MappeRow *person)
{
  const MappeListed *programme =
      mappe_volunteers_programme (self, mappe_row_get_int (person, MAPPE_VOLUNTEER_PROGRAMME));

  return programme != NULL
             ? (guint) mappe_row_get_int (programme->row, MAPPE_VOLUNTEER_PROGRAMME_TRAINING_EVERY_MONTHS) : 0;
}

/** mappe_volunteers_months_later: Returns: (transfer full): the same day so many months later, the last of a shorter
 * month */
char *
mappe_volunteers_months_later (const char *day, guint months)
{
  GDate date;

  g_return_val_if_fail (mappe_date_parse_iso (day, &date), NULL);
  g_date_add_months (&date, months);
  return mappe_date_to_iso (&date);
}

/* The day noted with the volunteer; else by the rhythm of the programme from the last training, the first one being due
 * with the begin. */
static char *
training_due (const MappeVolunteers *self, const MappeRow *person)
{
  const char *noted = mappe_row_get_text (person, MAPPE_VOLUNTEER_TRAINING_DUE_ON);
  const char *last = mappe_row_get_text (person, MAPPE_VOLUNTEER_TRAINED_ON);
  guint months = mappe_volunteers_rhythm (self, person);

  if (noted != NULL || months == 0)
    return g_strdup (noted);
  return last != NULL ? mappe_volunteers_months_later (last, months)
                      : g_strdup (mappe_row_get_text (person, MAPPE_VOLUNTEER_BEGINS_ON));
}

static void
training_free (MappeVolunteerTraining *self)
{
  g_free (self->due);
  g_free (self);
}

static int
compare_training (gconstpointer a, gconstpointer b)
{
  const MappeVolunteerTraining *left = *(MappeVolunteerTraining *const *) a;
  const MappeVolunteerTraining *right = *(MappeVolunteerTraining *const *) b;
  int order = g_strcmp0 (left->due, right->due);

  return order != 0 ? order : g_utf8_collate (left->person->title, right->person->title);
}

/** mappe_volunteers_training: Returns: (transfer full) (element-type MappeVolunteerTraining): who is active and has a
 * day for the next training: by day, so overdue first */
GPtrArray *
mappe_volunteers_training (const MappeVolunteers *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) training_free);

  for (guint i = 0; i < self->people->len; i++)
    {
      const MappeListed *person = g_ptr_array_index (self->people, i);
      char *due = mappe_volunteer_is_active (person->row, self->today) ? training_due (self, person->row) : NULL;
      MappeVolunteerTraining *training;

      if (due == NULL)
        continue;
      training = g_new (MappeVolunteerTraining, 1);
      *training = (MappeVolunteerTraining) { person, due, mappe_date_days_between (self->today, due) };
      g_ptr_array_add (list, training);
    }
  g_ptr_array_sort (list, compare_training);
  return list;
}

/** mappe_volunteers_missing_undertaking: Returns: (transfer container) (element-type MappeListed): who has not ended
 * and has given no undertaking by today */
GPtrArray *
mappe_volunteers_missing_undertaking (const MappeVolunteers *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->people->len; i++)
    {
      const MappeListed *person = g_ptr_array_index (self->people, i);
      const char *given = mappe_row_get_text (person->row, MAPPE_VOLUNTEER_UNDERTAKING_ON);
      const char *end = mappe_row_get_text (person->row, MAPPE_VOLUNTEER_ENDS_ON);

      if ((given == NULL || g_strcmp0 (given, self->today) > 0) && (end == NULL || g_strcmp0 (end, self->today) >= 0))
        g_ptr_array_add (list, (gpointer) person);
    }
  return list;
}

/* --- thanks --- */

static guint
whole_years (const char *from, const char *to)
{
  int years = atoi (to) - atoi (from);

  /* Not complete before the same day of the year. */
  return (guint) MAX (0, years - (g_strcmp0 (to + 4, from + 4) < 0));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const MappeVolunteerThanks *left = *(MappeVolunteerThanks *const *) a;
  const MappeVolunteerThanks *right = *(MappeVolunteerThanks *const *) b;
  int order = g_utf8_collate (left->person->title, right->person->title);

  return order != 0 ? order : left->person->row->id < right->person->row->id ? -1 : 1;
}

/**
 * mappe_volunteers_thanks:
 *
 * Returns: (transfer full) (element-type MappeVolunteerThanks): who was active in the year, be it for a day, by name in
 *   the order of the locale; years are counted to the end of the year, or of the service
 */
GPtrArray *
mappe_volunteers_thanks (const MappeVolunteers *self, int year)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *first = g_strdup_printf ("%04d-01-01", year), *last = g_strdup_printf ("%04d-12-31", year);

  for (guint i = 0; i < self->people->len; i++)
    {
      const MappeListed *person = g_ptr_array_index (self->people, i);
      const char *begin = mappe_row_get_text (person->row, MAPPE_VOLUNTEER_BEGINS_ON);
      const char *end = mappe_row_get_text (person->row, MAPPE_VOLUNTEER_ENDS_ON);
      const char *thanked = mappe_row_get_text (person->row, MAPPE_VOLUNTEER_THANKED_ON), *until;
      MappeVolunteerThanks *thanks;

      if (begin == NULL || g_strcmp0 (begin, last) > 0 || (end != NULL && g_strcmp0 (end, first) < 0))
        continue;
      until = end != NULL && g_strcmp0 (end, last) < 0 ? end : last;
      thanks = g_new (MappeVolunteerThanks, 1);
      *thanks = (MappeVolunteerThanks) { person, whole_years (begin, until),
                                         thanked != NULL && g_strcmp0 (thanked, first) >= 0 };
      g_ptr_array_add (list, thanks);
    }
  g_ptr_array_sort (list, compare_names);
  return list;
}

/* --- own share --- */

static const MappeRow *
rules_of (const MappeVolunteers *self, const MappeRow *application)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const MappeRow *rules = g_ptr_array_index (self->rules, i);

      if (rules->id == mappe_row_get_int (application, MAPPE_FUNDING_APPLICATION_PROGRAMME))
        return rules;
    }
  return NULL;
}

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const MappeVolunteerShare *left = *(MappeVolunteerShare *const *) a;
  const MappeVolunteerShare *right = *(MappeVolunteerShare *const *) b;

  return left->same_project != right->same_project ? (left->same_project ? -1 : 1)
         : left->application->row->id < right->application->row->id ? -1 : 1;
}

/**
 * mappe_volunteers_shares:
 * @programme: whose hours
 * @year: of the hours
 *
 * Returns: (transfer full) (element-type MappeVolunteerShare): applications that are still being written and whose
 *   funding programme counts an hour at a rate; those for the project of the volunteers first
 */
GPtrArray *
mappe_volunteers_shares (const MappeVolunteers *self, gint64 programme, int year)
{
  GPtrArray *shares = g_ptr_array_new_with_free_func (g_free);
  const MappeListed *whose = mappe_volunteers_programme (self, programme);
  double hours = mappe_volunteers_sum (self, programme, year).hours;

  for (guint i = 0; whose != NULL && hours > 0 && i < self->applications->len; i++)
    {
      const MappeListed *application = g_ptr_array_index (self->applications, i);
      const MappeRow *row = application->row, *rules = rules_of (self, row);
      gint64 rate = rules != NULL ? mappe_row_get_int (rules, MAPPE_FUNDING_PROGRAMME_VOLUNTEER_RATE_EUR) : 0;
      gint64 project = mappe_row_get_int (row, MAPPE_FUNDING_APPLICATION_PROJECT);
      MappeVolunteerShare *share;

      if (rate <= 0 || g_strcmp0 (mappe_row_get_text (row, MAPPE_FUNDING_APPLICATION_STATUS), "draft") != 0)
        continue;
      share = g_new (MappeVolunteerShare, 1);
      *share = (MappeVolunteerShare) {
        application, rules, rate, llround (hours * (double) rate),
        project > 0 && project == mappe_row_get_int (whose->row, MAPPE_VOLUNTEER_PROGRAMME_PROJECT),
        fabs (mappe_row_get_real (row, MAPPE_FUNDING_APPLICATION_VOLUNTEER_HOURS) - hours) < 1e-9
      };
      g_ptr_array_add (shares, share);
    }
  g_ptr_array_sort (shares, compare_shares);
  return shares;
}
