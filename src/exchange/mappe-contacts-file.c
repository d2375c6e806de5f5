/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-contacts-file.h"

#include "mappe-code.h"
#include "mappe-codes.h"
#include "mappe-content-line.h"
#include "mappe-council.h"
#include "mappe-organisation.h"
#include "mappe-person.h"
#include "mappe-uid.h"

/* vCard 4.0 (RFC 6350). Whom the council deals with, not what it knows of them: here the profile says whose address is
 * given away, so the rules of the register, which gives away nobody's, do not serve. */

typedef struct {
  MappeSnapshot            *snapshot;
  const MappeExchangeOrder *order;
  MappeUids                *uids;
  MappeCodes               *codes;
  GString                  *out;
} Making;

/* --- properties --- */

/* Values of several parts (3.3): the parts are escaped, what separates them is not. */
static void
add_parts (GString *out, const char *name, const char *const *parts, guint n_parts)
{
  g_autoptr (GString) line = g_string_new (name);

  for (guint i = 0; i < n_parts; i++)
    {
      g_string_append_c (line, i == 0 ? ':' : ';');
      mappe_content_line_append_text (line, parts[i]);
    }
  mappe_content_line_add (out, line->str);
}

/* UID and REV: by them an address book knows the card again, and whether it is newer. */
static gboolean
begin_card (const Making *making, const MappeRow *row, const char *kind, const char *name, GError **error)
{
  g_autofree char *modified = NULL;
  char text[MAPPE_UID_LENGTH + 1];
  MappeUid uid;

  if (!mappe_uids_of (making->uids, row->kind, row->id, &uid, error)
      || !mappe_snapshot_times (making->snapshot, row->kind, row->id, NULL, &modified, error))
    return FALSE;
  mappe_uid_format (&uid, text);
  mappe_content_line_add (making->out, "BEGIN:VCARD");
  mappe_content_line_add (making->out, "VERSION:4.0");
  mappe_content_line_add_format (making->out, "UID:urn:uuid:%s", text);
  mappe_content_line_add_format (making->out, "KIND:%s", kind);
  mappe_content_line_add_text (making->out, "FN", name);
  if (modified != NULL)
    mappe_content_line_add_format (making->out, "REV:%.4s%.2s%.2sT%.2s%.2s%.2sZ", modified, modified + 5,
                                   modified + 8, modified + 11, modified + 14, modified + 17);
  return TRUE;
}

static void
end_card (const Making *making)
{
  mappe_content_line_add (making->out, "END:VCARD");
}

static void
add_contact (const Making *making, const char *email, const char *phone)
{
  mappe_content_line_add_text (making->out, "EMAIL;TYPE=work", email);
  mappe_content_line_add_text (making->out, "TEL;TYPE=work;VALUE=text", phone);
}

/* An address is kept as people write it; in which part of it what stands is not guessed. */
static void
add_address (const Making *making, const char *address)
{
  const char *const parts[] = { NULL, NULL, address, NULL, NULL, NULL, NULL };

  if (address != NULL)
    add_parts (making->out, "ADR;TYPE=work", parts, G_N_ELEMENTS (parts));
}

static void
add_note (const Making *making, const char *note)
{
  if (making->order->profile == MAPPE_PROFILE_FULL)
    mappe_content_line_add_text (making->out, "NOTE", note);
}

/* --- the office of the council, and its partners --- */

static gboolean
add_council (const Making *making, const MappeListed *council, GError **error)
{
  const MappeRow *row = council->row;
  const char *name = mappe_row_get_text (row, MAPPE_COUNCIL_NAME);

  if (!begin_card (making, row, "org", name, error))
    return FALSE;
  add_parts (making->out, "ORG", &name, 1);
  add_contact (making, mappe_row_get_text (row, MAPPE_COUNCIL_EMAIL), mappe_row_get_text (row, MAPPE_COUNCIL_PHONE));
  add_address (making, mappe_row_get_text (row, MAPPE_COUNCIL_ADDRESS));
  end_card (making);
  return TRUE;
}

static gboolean
is_active (const MappeRow *row, guint status)
{
  return mappe_row_is_null (row, status) || g_strcmp0 (mappe_row_get_text (row, status), "active") == 0;
}

static gboolean
add_organisation (const Making *making, const MappeListed *organisation, GError **error)
{
  const MappeRow *row = organisation->row;
  const char *point = mappe_row_get_text (row, MAPPE_ORGANISATION_CONTACT_POINT);
  const char *const parts[] = { mappe_row_get_text (row, MAPPE_ORGANISATION_NAME), point };
  gboolean full = making->order->profile == MAPPE_PROFILE_FULL;

  if (!full && (mappe_row_get_int (row, MAPPE_ORGANISATION_IS_PARTNER) == 0
                || !is_active (row, MAPPE_ORGANISATION_STATUS)))
    return TRUE;
  if (!begin_card (making, row, "org", parts[0], error))
    return FALSE;
  add_parts (making->out, "ORG", parts, point != NULL ? 2 : 1);
  add_contact (making, mappe_row_get_text (row, MAPPE_ORGANISATION_EMAIL),
               mappe_row_get_text (row, MAPPE_ORGANISATION_PHONE));
  add_address (making, mappe_row_get_text (row, MAPPE_ORGANISATION_ADDRESS));
  add_note (making, mappe_row_get_text (row, MAPPE_ORGANISATION_NOTE));
  end_card (making);
  return TRUE;
}

/* --- people --- */

/* "Dr. Amalia Ahornstein" */
static char *
full_name (const MappeRow *row)
{
  GString *name = g_string_new (NULL);
  const guint parts[] = { MAPPE_PERSON_TITLE, MAPPE_PERSON_FIRST_NAME, MAPPE_PERSON_LAST_NAME };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *part = mappe_row_get_text (row, parts[i]);

      if (part != NULL)
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
    }
  return g_string_free (name, FALSE);
}

static void
add_role (const Making *making, const MappeRow *row)
{
  const char *role = mappe_row_get_text (row, MAPPE_PERSON_ROLE);
  const char *code = mappe_row_get_text (row, MAPPE_PERSON_FUNCTION);
  gboolean german = mappe_language_is_german (making->order->language);
  const char *function = code != NULL ? mappe_codes_label (making->codes, "member_function", code, german) : NULL;

  mappe_content_line_add_text (making->out, "TITLE", role);
  mappe_content_line_add_text (making->out, "ROLE", function != NULL ? function : code);
}

/* Who speaks for an organisation gives its address; that of a citizen is a home, and for the office alone. */
static gboolean
has_official_contact (const Making *making, const MappeRow *row)
{
  return making->order->profile == MAPPE_PROFILE_FULL || !mappe_row_is_null (row, MAPPE_PERSON_ORGANISATION);
}

static gboolean
add_person (const Making *making, const MappeListed *person, GError **error)
{
  const MappeRow *row = person->row;
  const char *const parts[] = { mappe_row_get_text (row, MAPPE_PERSON_LAST_NAME),
                                mappe_row_get_text (row, MAPPE_PERSON_FIRST_NAME), NULL,
                                mappe_row_get_text (row, MAPPE_PERSON_TITLE), NULL };
  const char *organisation = person->shown[MAPPE_PERSON_ORGANISATION];
  g_autofree char *name = full_name (row);

  if (making->order->profile == MAPPE_PROFILE_PUBLIC
      || (making->order->profile == MAPPE_PROFILE_MEMBERS && !is_active (row, MAPPE_PERSON_STATUS)))
    return TRUE;
  if (!begin_card (making, row, "individual", name, error))
    return FALSE;
  add_parts (making->out, "N", parts, G_N_ELEMENTS (parts));
  if (organisation != NULL)
    add_parts (making->out, "ORG", &organisation, 1);
  add_role (making, row);
  if (has_official_contact (making, row))
    add_contact (making, mappe_row_get_text (row, MAPPE_PERSON_EMAIL), mappe_row_get_text (row, MAPPE_PERSON_PHONE));
  add_note (making, mappe_row_get_text (row, MAPPE_PERSON_NOTE));
  end_card (making);
  return TRUE;
}

/* --- the whole --- */

typedef gboolean (*AddFunc) (const Making *making, const MappeListed *listed, GError **error);

static gboolean
add_all (const Making *making, const MappeKind *kind, AddFunc add, GError **error)
{
  g_autoptr (MappeQuery) query = mappe_query_new (kind);
  g_autoptr (GPtrArray) all = mappe_snapshot_list (making->snapshot, query, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (!add (making, g_ptr_array_index (all, i), error))
      return FALSE;
  return all != NULL;
}

static gpointer
make_cb (MappeSnapshot *snapshot, gpointer data, GError **error)
{
  Making *making = data;
  g_autoptr (MappeUids) uids = mappe_uids_new (snapshot, error);
  g_autoptr (MappeQuery) query = mappe_query_new (&mappe_code_kind);
  g_autoptr (GPtrArray) rows = uids != NULL ? mappe_snapshot_rows (snapshot, query, error) : NULL;
  g_autoptr (MappeCodes) codes = rows != NULL ? mappe_codes_new (rows) : NULL;

  if (codes == NULL)
    return NULL;
  making->snapshot = snapshot;
  making->uids = uids;
  making->codes = codes;
  return add_all (making, &mappe_council_kind, add_council, error)
                 && add_all (making, &mappe_organisation_kind, add_organisation, error)
                 && add_all (making, &mappe_person_kind, add_person, error)
             ? making->out : NULL;
}

/**
 * mappe_contacts_file_vcf:
 * @error: return location for what reading says
 *
 * Makes an address book: for everybody the office of the council and the contact points of its partners; for members
 * also those who sit in it, with the address they have in their office; in full everybody and everything, those who
 * left and the notes of the secretary too. Each card keeps its id in every file.
 *
 * Returns: (transfer full) (nullable): the cards, each for itself as vCard 4.0 (RFC 6350)
 */
char *
mappe_contacts_file_vcf (MappeStore *store, const MappeExchangeOrder *order, GError **error)
{
  GString *out = g_string_new (NULL);
  Making making = { .order = order, .out = out };
  gboolean done = mappe_store_read (store, make_cb, &making, error) != NULL;

  return g_string_free (out, !done);
}
