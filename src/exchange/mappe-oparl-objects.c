/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mappe-agenda-item.h"
#include "mappe-body.h"
#include "mappe-council.h"
#include "mappe-decision.h"
#include "mappe-document.h"
#include "mappe-meeting.h"
#include "mappe-membership.h"
#include "mappe-oparl-private.h"
#include "mappe-person.h"

/* The objects of OParl 1.1. The id of an object is the address of its file. Some words are set by OParl, in German. */

const char *const mappe_oparl_types[] = { "Organization", "Person", "Membership", "Meeting", "AgendaItem", "Paper",
                                          "Consultation", "File" };
const char *const mappe_oparl_folders[] = { "organization", "person", "membership", "meeting", "agendaitem", "paper",
                                            "consultation", "file" };

/* Of several errors the first tells why. */
static GError **
fault_of (const MappeOparl *self)
{
  return *self->fault == NULL ? self->fault : NULL;
}

/* --- ids --- */

/** mappe_oparl_name: Returns: (transfer full): what a record is called in addresses: its UUID */
char *
mappe_oparl_name (const MappeOparl *self, const MappeRow *row)
{
  char text[MAPPE_UID_LENGTH + 1] = "";
  MappeUid uid;

  if (mappe_uids_of (self->uids, row->kind, row->id, &uid, fault_of (self)))
    mappe_uid_format (&uid, text);
  return g_strdup (text);
}

static char *
url_of (const MappeOparl *self, MappeOparlType type, const MappeRow *row)
{
  g_autofree char *name = mappe_oparl_name (self, row);

  return g_strdup_printf ("%s/%s/%s.json", self->base, mappe_oparl_folders[type], name);
}

static void
put_url (const MappeOparl *self, MappeJson *json, const char *name, MappeOparlType type, const MappeRow *row)
{
  g_autofree char *url = url_of (self, type, row);

  mappe_json_text (json, name, url);
}

static void
put_address (const MappeOparl *self, MappeJson *json, const char *name, const char *file)
{
  g_autofree char *url = g_strdup_printf ("%s/%s", self->base, file);

  mappe_json_text (json, name, url);
}

static void
put_text (MappeJson *json, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    mappe_json_text (json, name, text);
}

static void
put_code (const MappeOparl *self, MappeJson *json, const char *name, const MappeRow *row, guint field)
{
  const char *code = mappe_row_get_text (row, field);
  const char *label = code != NULL ? mappe_codes_label (self->codes, row->kind->fields[field].code_list, code,
                                                        mappe_language_is_german (self->language)) : NULL;

  put_text (json, name, label != NULL ? label : code);
}

static void
put_times (const MappeOparl *self, MappeJson *json, const MappeRow *row)
{
  g_autofree char *created = NULL, *modified = NULL;

  if (!mappe_snapshot_times (self->snapshot, row->kind, row->id, &created, &modified, fault_of (self)))
    return;
  put_text (json, "created", created);
  put_text (json, "modified", modified);
}

static void
put_head (const MappeOparl *self, MappeJson *json, MappeOparlType type, const MappeRow *row)
{
  g_autofree char *schema = g_strconcat (MAPPE_OPARL_SCHEMA, mappe_oparl_types[type], NULL);

  put_url (self, json, "id", type, row);
  mappe_json_text (json, "type", schema);
}

/* --- times --- */

/* "2026-10-27T15:30:00+01:00" */
static void
put_moment (MappeJson *json, const char *name, const char *date, const char *time, const char *zone)
{
  g_autofree char *iso = date != NULL && time != NULL ? g_strdup_printf ("%sT%s:00", date, time) : NULL;
  g_autoptr (GTimeZone) there = g_time_zone_new_identifier (zone != NULL ? zone : "Europe/Berlin");
  g_autoptr (GDateTime) moment = iso != NULL && there != NULL ? g_date_time_new_from_iso8601 (iso, there) : NULL;
  g_autofree char *text = moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S%:z") : NULL;

  put_text (json, name, text);
}

static void
put_meeting_moment (MappeJson *json, const char *name, const MappeRow *meeting, const MappeRow *row, guint field)
{
  if (meeting != NULL)
    put_moment (json, name, mappe_row_get_text (meeting, MAPPE_MEETING_HELD_ON), mappe_row_get_text (row, field),
                mappe_row_get_text (meeting, MAPPE_MEETING_ZONE));
}

/* --- embedded objects and references --- */

static void
open_embedded (const MappeOparl *self, MappeJson *json, const char *name, MappeOparlType type, const MappeRow *row)
{
  mappe_json_open (json, name, '{');
  mappe_oparl_put (self, json, type, row);
  mappe_json_close (json);
}

typedef gboolean (*MatchFunc) (const MappeRow *row);

/* Those of a type whose @field leads to @id, as objects or as addresses; without any there is no array. */
static void
put_those_of (const MappeOparl *self, MappeJson *json, const char *name, MappeOparlType type, guint field, gint64 id,
              MatchFunc match, gboolean embedded)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->rows[type]->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (self->rows[type], i);

      if (mappe_row_get_int (row, field) != id || (match != NULL && !match (row)))
        continue;
      if (!any)
        mappe_json_open (json, name, '[');
      any = TRUE;
      if (embedded)
        open_embedded (self, json, NULL, type, row);
      else
        put_url (self, json, NULL, type, row);
    }
  if (any)
    mappe_json_close (json);
}

static void
put_reference (const MappeOparl *self, MappeJson *json, const char *name, MappeOparlType type, const MappeRow *row,
               guint field)
{
  const MappeRow *target = mappe_row_is_null (row, field)
                               ? NULL : mappe_oparl_find (self, type, mappe_row_get_int (row, field));

  if (target != NULL)
    put_url (self, json, name, type, target);
}

static void
put_reference_list (const MappeOparl *self, MappeJson *json, const char *name, MappeOparlType type,
                    const MappeRow *target)
{
  if (target == NULL)
    return;
  mappe_json_open (json, name, '[');
  put_url (self, json, NULL, type, target);
  mappe_json_close (json);
}

static const MappeRow *
body_of (const MappeOparl *self, const MappeRow *meeting)
{
  return meeting != NULL ? mappe_oparl_find (self, MAPPE_OPARL_ORGANIZATION,
                                             mappe_row_get_int (meeting, MAPPE_MEETING_BODY)) : NULL;
}

/* --- objects --- */

static void
put_organization (const MappeOparl *self, MappeJson *json, const MappeRow *row)
{
  put_address (self, json, "body", "body.json");
  mappe_json_text (json, "name", mappe_row_get_text (row, MAPPE_BODY_NAME));
  put_those_of (self, json, "membership", MAPPE_OPARL_MEMBERSHIP, MAPPE_MEMBERSHIP_BODY, row->id, NULL, FALSE);
  put_reference (self, json, "subOrganizationOf", MAPPE_OPARL_ORGANIZATION, row, MAPPE_BODY_PARENT);
  mappe_json_text (json, "organizationType", "Gremium");
  put_code (self, json, "classification", row, MAPPE_BODY_KIND);
  put_text (json, "startDate", mappe_row_get_text (row, MAPPE_BODY_FOUNDED_ON));
}

/* Name and seat; how to reach them is nobody's business. */
static void
put_person (const MappeOparl *self, MappeJson *json, const MappeRow *row)
{
  const char *title = mappe_row_get_text (row, MAPPE_PERSON_TITLE);
  const char *first = mappe_row_get_text (row, MAPPE_PERSON_FIRST_NAME);
  const char *last = mappe_row_get_text (row, MAPPE_PERSON_LAST_NAME);
  g_autofree char *name = g_strdup_printf ("%s%s%s%s%s", title != NULL ? title : "", title != NULL ? " " : "",
                                           first != NULL ? first : "", first != NULL ? " " : "", last);

  put_address (self, json, "body", "body.json");
  mappe_json_text (json, "name", name);
  put_text (json, "familyName", last);
  put_text (json, "givenName", first);
  if (title != NULL)
    {
      mappe_json_open (json, "title", '[');
      mappe_json_text (json, NULL, title);
      mappe_json_close (json);
    }
  put_those_of (self, json, "membership", MAPPE_OPARL_MEMBERSHIP, MAPPE_MEMBERSHIP_PERSON, row->id, NULL, TRUE);
}

static void
put_membership (const MappeOparl *self, MappeJson *json, const MappeRow *row)
{
  put_reference (self, json, "person", MAPPE_OPARL_PERSON, row, MAPPE_MEMBERSHIP_PERSON);
  put_reference (self, json, "organization", MAPPE_OPARL_ORGANIZATION, row, MAPPE_MEMBERSHIP_BODY);
  put_code (self, json, "role", row, MAPPE_MEMBERSHIP_FUNCTION);
  mappe_json_bool (json, "votingRight", mappe_row_get_int (row, MAPPE_MEMBERSHIP_VOTING) != 0);
  put_text (json, "startDate", mappe_row_get_text (row, MAPPE_MEMBERSHIP_VALID_FROM));
  put_text (json, "endDate", mappe_row_get_text (row, MAPPE_MEMBERSHIP_VALID_TO));
}

static const char *
meeting_state (const char *code)
{
  static const char *const states[][2] = {
    { "planned", "terminiert" },
    { "invited", "eingeladen" },
    { "held", "durchgeführt" },
    { "cancelled", "ausgefallen" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i][0], code) == 0)
      return states[i][1];
  return code;
}

static gboolean
is_invitation (const MappeRow *document)
{
  return g_strcmp0 (mappe_row_get_text (document, MAPPE_DOCUMENT_KIND), "invitation") == 0;
}

static gboolean
is_minutes (const MappeRow *document)
{
  return g_strcmp0 (mappe_row_get_text (document, MAPPE_DOCUMENT_KIND), "minutes") == 0;
}

static const MappeRow *
find_file (const MappeOparl *self, const MappeRow *meeting, MatchFunc match)
{
  for (guint i = 0; i < self->rows[MAPPE_OPARL_FILE]->len; i++)
    {
      const MappeRow *row = g_ptr_array_index (self->rows[MAPPE_OPARL_FILE], i);

      if (mappe_row_get_int (row, MAPPE_DOCUMENT_MEETING) == meeting->id && match (row))
        return row;
    }
  return NULL;
}

static void
put_location (const MappeOparl *self, MappeJson *json, const MappeRow *meeting)
{
  const char *place = mappe_row_get_text (meeting, MAPPE_MEETING_PLACE);
  g_autofree char *name = mappe_oparl_name (self, meeting);
  g_autofree char *file = g_strdup_printf ("meeting/%s.json#location", name);

  if (place == NULL)
    return;
  mappe_json_open (json, "location", '{');
  put_address (self, json, "id", file);
  mappe_json_text (json, "type", MAPPE_OPARL_SCHEMA "Location");
  mappe_json_text (json, "description", place);
  mappe_json_close (json);
}

static void
put_meeting (const MappeOparl *self, MappeJson *json, const MappeRow *row)
{
  const char *state = mappe_row_get_text (row, MAPPE_MEETING_STATE);
  const MappeRow *invitation = find_file (self, row, is_invitation), *minutes = find_file (self, row, is_minutes);

  mappe_json_text (json, "name", mappe_row_get_text (row, MAPPE_MEETING_TITLE));
  put_text (json, "meetingState", meeting_state (state));
  mappe_json_bool (json, "cancelled", g_strcmp0 (state, "cancelled") == 0);
  put_meeting_moment (json, "start", row, row, MAPPE_MEETING_START_AT);
  put_meeting_moment (json, "end", row, row, MAPPE_MEETING_END_AT);
  put_location (self, json, row);
  put_reference_list (self, json, "organization", MAPPE_OPARL_ORGANIZATION, body_of (self, row));
  if (invitation != NULL)
    open_embedded (self, json, "invitation", MAPPE_OPARL_FILE, invitation);
  if (minutes != NULL)
    open_embedded (self, json, "resultsProtocol", MAPPE_OPARL_FILE, minutes);
  put_those_of (self, json, "agendaItem", MAPPE_OPARL_AGENDA_ITEM, MAPPE_AGENDA_ITEM_MEETING, row->id, NULL, TRUE);
}

static char *
resolution_of (const MappeOparl *self, const MappeRow *item)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->decisions->len; i++)
    {
      const MappeRow *decision = g_ptr_array_index (self->decisions, i);

      if (mappe_row_get_int (decision, MAPPE_DECISION_AGENDA_ITEM) == item->id)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "",
                                mappe_row_get_text (decision, MAPPE_DECISION_TEXT));
    }
  return g_string_free (text, FALSE);
}

static void
put_agenda_item (const MappeOparl *self, MappeJson *json, const MappeRow *row)
{
  const MappeRow *meeting = mappe_oparl_find (self, MAPPE_OPARL_MEETING,
                                              mappe_row_get_int (row, MAPPE_AGENDA_ITEM_MEETING));
  g_autofree char *resolution = resolution_of (self, row);

  put_reference (self, json, "meeting", MAPPE_OPARL_MEETING, row, MAPPE_AGENDA_ITEM_MEETING);
  put_text (json, "number", mappe_row_get_text (row, MAPPE_AGENDA_ITEM_NUMBER));
  mappe_json_int (json, "order", mappe_row_get_int (row, MAPPE_AGENDA_ITEM_POSITION));
  mappe_json_text (json, "name", mappe_row_get_text (row, MAPPE_AGENDA_ITEM_TITLE));
  mappe_json_bool (json, "public", TRUE);
  for (guint i = 0; i < self->rows[MAPPE_OPARL_CONSULTATION]->len; i++)
    {
      const MappeRow *paper = g_ptr_array_index (self->rows[MAPPE_OPARL_CONSULTATION], i);

      if (mappe_row_get_int (paper, MAPPE_DOCUMENT_AGENDA_ITEM) != row->id)
        continue;
      put_url (self, json, "consultation", MAPPE_OPARL_CONSULTATION, paper);
      break;
    }
  put_code (self, json, "result", row, MAPPE_AGENDA_ITEM_RESULT);
  put_text (json, "resolutionText", resolution);
  put_meeting_moment (json, "start", meeting, row, MAPPE_AGENDA_ITEM_OPENED_AT);
  put_meeting_moment (json, "end", meeting, row, MAPPE_AGENDA_ITEM_CLOSED_AT);
}

static void
put_paper (const MappeOparl *self, MappeJson *json, const MappeRow *row)
{
  put_address (self, json, "body", "body.json");
  mappe_json_text (json, "name", mappe_row_get_text (row, MAPPE_DOCUMENT_TITLE));
  mappe_json_text (json, "reference", mappe_row_get_text (row, MAPPE_FIELD_REFERENCE));
  put_text (json, "date", mappe_row_get_text (row, MAPPE_DOCUMENT_PUBLISHED_ON));
  put_code (self, json, "paperType", row, MAPPE_DOCUMENT_KIND);
  if (!mappe_row_is_null (row, MAPPE_DOCUMENT_CONTENT))
    open_embedded (self, json, "mainFile", MAPPE_OPARL_FILE, row);
  if (mappe_row_is_null (row, MAPPE_DOCUMENT_AGENDA_ITEM))
    return;
  mappe_json_open (json, "consultation", '[');
  open_embedded (self, json, NULL, MAPPE_OPARL_CONSULTATION, row);
  mappe_json_close (json);
}

static void
put_consultation (const MappeOparl *self, MappeJson *json, const MappeRow *row)
{
  const MappeRow *item = mappe_oparl_find (self, MAPPE_OPARL_AGENDA_ITEM,
                                           mappe_row_get_int (row, MAPPE_DOCUMENT_AGENDA_ITEM));
  gint64 id = item != NULL ? mappe_row_get_int (item, MAPPE_AGENDA_ITEM_MEETING) : 0;
  const MappeRow *meeting = mappe_oparl_find (self, MAPPE_OPARL_MEETING, id);

  put_url (self, json, "paper", MAPPE_OPARL_PAPER, row);
  if (item != NULL)
    put_url (self, json, "agendaItem", MAPPE_OPARL_AGENDA_ITEM, item);
  if (meeting != NULL)
    put_url (self, json, "meeting", MAPPE_OPARL_MEETING, meeting);
  put_reference_list (self, json, "organization", MAPPE_OPARL_ORGANIZATION, body_of (self, meeting));
}

/* --- files --- */

/**
 * mappe_oparl_content_name:
 *
 * The name a document came with may be anything, a path or a program: only a short ending of it is kept.
 *
 * Returns: (transfer full): where its content is in the folder, like "file/UUID.pdf"
 */
char *
mappe_oparl_content_name (const MappeOparl *self, const MappeRow *document)
{
  const char *name = mappe_row_get_text (document, MAPPE_DOCUMENT_FILE_NAME);
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;
  gsize length = dot != NULL ? strlen (dot + 1) : 0;
  gboolean plain = length > 0 && length <= 5 && strcmp (dot + 1, "json") != 0;
  g_autofree char *uid = mappe_oparl_name (self, document);

  for (gsize i = 1; plain && i <= length; i++)
    plain = g_ascii_isalnum (dot[i]);
  return g_strdup_printf ("file/%s%s", uid, plain ? dot : ".bin");
}

static char *
base_name (const char *name)
{
  const char *slash = name != NULL ? strrchr (name, '/') : NULL;
  const char *back = name != NULL ? strrchr (name, '\\') : NULL;

  return g_strdup (MAX (slash, back) != NULL ? MAX (slash, back) + 1 : name);
}

static void
put_file (const MappeOparl *self, MappeJson *json, const MappeRow *row)
{
  const char *hash = mappe_row_get_text (row, MAPPE_DOCUMENT_CONTENT);
  g_autoptr (GBytes) content = hash != NULL ? mappe_snapshot_blob (self->snapshot, hash, fault_of (self)) : NULL;
  g_autofree char *sum = content != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA512, content) : NULL;
  g_autofree char *address = mappe_oparl_content_name (self, row);
  g_autofree char *name = base_name (mappe_row_get_text (row, MAPPE_DOCUMENT_FILE_NAME));

  mappe_json_text (json, "name", mappe_row_get_text (row, MAPPE_DOCUMENT_TITLE));
  put_text (json, "fileName", name);
  put_text (json, "mimeType", mappe_row_get_text (row, MAPPE_DOCUMENT_MIME));
  put_text (json, "date", mappe_row_get_text (row, MAPPE_DOCUMENT_PUBLISHED_ON));
  if (content != NULL)
    mappe_json_int (json, "size", (gint64) g_bytes_get_size (content));
  put_text (json, "sha512Checksum", sum);
  put_address (self, json, "accessUrl", address);
  if (!mappe_oparl_is_paper (row))
    put_reference_list (self, json, "meeting", MAPPE_OPARL_MEETING,
                        mappe_oparl_find (self, MAPPE_OPARL_MEETING, mappe_row_get_int (row, MAPPE_DOCUMENT_MEETING)));
  else
    put_reference_list (self, json, "paper", MAPPE_OPARL_PAPER, row);
}

/* --- by type --- */

/** mappe_oparl_put: Writes the properties of an object into the one that is open in @json. */
void
mappe_oparl_put (const MappeOparl *self, MappeJson *json, MappeOparlType type, const MappeRow *row)
{
  static void (*const put[]) (const MappeOparl *self, MappeJson *json, const MappeRow *row) = {
    put_organization, put_person, put_membership, put_meeting, put_agenda_item, put_paper, put_consultation, put_file,
  };

  put_head (self, json, type, row);
  put[type] (self, json, row);
  put_times (self, json, row);
}

/** mappe_oparl_put_gone: The same for what was deleted: that it is gone, and nothing of what it was. */
void
mappe_oparl_put_gone (const MappeOparl *self, MappeJson *json, MappeOparlType type, const MappeRow *row)
{
  put_head (self, json, type, row);
  if (type == MAPPE_OPARL_AGENDA_ITEM)
    mappe_json_int (json, "order", 0);
  if (type == MAPPE_OPARL_FILE)
    put_url (self, json, "accessUrl", type, row);
  put_times (self, json, row);
  mappe_json_bool (json, "deleted", TRUE);
}

static void
put_website (const MappeOparl *self, MappeJson *json)
{
  const char *website = mappe_row_get_text (self->council, MAPPE_COUNCIL_WEBSITE);

  if (website != NULL && g_uri_is_valid (website, G_URI_FLAGS_NONE, NULL))
    mappe_json_text (json, "website", website);
}

static void
put_office (const MappeOparl *self, MappeJson *json)
{
  if (self->council == NULL)
    return;
  put_text (json, "contactEmail", mappe_row_get_text (self->council, MAPPE_COUNCIL_EMAIL));
  put_text (json, "contactName", mappe_row_get_text (self->council, MAPPE_COUNCIL_NAME));
  put_website (self, json);
  put_times (self, json, self->council);
}

/** mappe_oparl_put_system: Writes the object that all begins with. */
void
mappe_oparl_put_system (const MappeOparl *self, MappeJson *json)
{
  put_address (self, json, "id", "system.json");
  mappe_json_text (json, "type", MAPPE_OPARL_SCHEMA "System");
  mappe_json_text (json, "oparlVersion", MAPPE_OPARL_SCHEMA);
  put_address (self, json, "body", "bodies.json");
  if (self->council != NULL)
    mappe_json_text (json, "name", mappe_row_get_text (self->council, MAPPE_COUNCIL_NAME));
  put_office (self, json);
}

/** mappe_oparl_put_body: Writes the council as a whole, with the addresses of its lists. */
void
mappe_oparl_put_body (const MappeOparl *self, MappeJson *json)
{
  static const char *const lists[] = { "organization", "person", "membership", "meeting", "agendaItem", "paper",
                                       "consultation", "file" };

  put_address (self, json, "id", "body.json");
  mappe_json_text (json, "type", MAPPE_OPARL_SCHEMA "Body");
  put_address (self, json, "system", "system.json");
  mappe_json_text (json, "name", self->council != NULL ? mappe_row_get_text (self->council, MAPPE_COUNCIL_NAME) : "");
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s.json", mappe_oparl_folders[i]);

      put_address (self, json, lists[i], file);
    }
  mappe_json_open (json, "legislativeTerm", '[');
  mappe_json_close (json);
  put_office (self, json);
}
