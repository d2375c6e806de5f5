/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-heading.h"

#include <string.h>

#include "mappe-event.h"
#include "mappe-foreign-rows.h"
#include "mappe-foreign-value.h"
#include "mappe-language.h"
#include "mappe-meeting.h"
#include "mappe-organisation.h"
#include "mappe-patrol.h"
#include "mappe-person.h"
#include "mappe-text.h"

/* Which field a column is, by its heading. */

/**
 * Words: other words for a field
 * @kind: (nullable): name of a kind; %NULL for all that have the field
 * @words: letters alone, parted by spaces
 */
typedef struct {
  const char *kind;
  const char *field;
  const char *words;
} Words;

static const Words synonyms[] = {
  { "person", "last_name",
    " nachname name familienname zuname surname lastname familyname nachnamefamilienname " },
  { "person", "first_name", " vorname vornamen rufname givenname firstname forename " },
  { "person", "title", " titel akademischertitel akademischergrad grad namenszusatz prefix honorificprefix " },
  { "person", "role", " position amt beruf taetigkeit aufgabe dienststellung jobtitle occupation stellung " },
  { "person", "organisation",
    " firma unternehmen company organisation organization institution dienststelle behoerde einrichtung traeger verein "
    "arbeitgeber employer agency office fraktion partei " },
  { "person", "term_end", " amtszeitbis amtszeitende endederamtszeit bestelltbis berufenbis mandatbis termend " },
  { "person", "appointed_on", " bestelltam berufenam bestelltseit berufenseit mitgliedseit appointed memberseit " },
  { "person", "voting", " stimmrecht stimmberechtigt voting vote " },
  { "organisation", "name",
    " name firma firmenname unternehmen company companyname organisation organization institution einrichtung verein "
    "bezeichnung dienststelle behoerde traeger orgname " },
  { "organisation", "contact_point",
    " ansprechpartner ansprechpartnerin ansprechperson kontakt kontaktperson abteilung contact contactperson "
    "department zuhaenden zhd " },
  { "organisation", "sector", " bereich branche sparte fachbereich sector " },
  { "organisation", "address",
    " adresse anschrift address strasse str hausnummer hausnr plz postleitzahl ort stadt wohnort street streetaddress "
    "postcode zip zipcode postalcode city town land country postanschrift strasseundhausnummer strassehausnummer "
    "plzort strassehausnr businessstreet businesscity businesspostalcode " },
  { NULL, "email",
    " email mail emailadresse mailadresse emailaddress emailadressedienstlich emaildienstlich email1 email1value "
    "elektronischepost primaryemail emailarbeit businessemail " },
  { NULL, "phone",
    " telefon tel telefonnummer telnr phone phonenumber rufnummer festnetz durchwahl telefondienstlich businessphone "
    "telefongeschaeftlich mobil mobiltelefon handy mobile mobilephone handynummer phone1value telefonnr fon " },
  { NULL, "note",
    " notiz notizen bemerkung bemerkungen anmerkung anmerkungen kommentar hinweis hinweise note notes remark remarks "
    "comment comments beschreibung description " },
  { "meeting", "held_on", " datum tag termin sitzungstag sitzungsdatum date day startdate begindatum beginntam " },
  { "meeting", "title", " titel betreff bezeichnung sitzung subject title meeting summary " },
  { "meeting", "start_at", " beginn uhrzeit von start starttime zeit time beginntum " },
  { "meeting", "end_at", " ende bis end endtime endetum " },
  { "meeting", "place", " ort raum sitzungsort place location room " },
  { "meeting", "body", " gremium ausschuss body committee " },
  { "event", "title", " titel veranstaltung bezeichnung name betreff subject title summary " },
  { "event", "start_on", " datum beginn von start startdate date begindatum beginntam tag " },
  { "event", "end_on", " ende bis end enddate endetam enddatum " },
  { "event", "area", " ort gebiet place location area " },
  { "event", "expected_visitors", " besucher erwartetebesucher visitors besucherzahl " },
  { "patrol", "date", " datum tag date day startdate " },
  { "patrol", "start_at", " von beginn uhrzeit start starttime " },
  { "patrol", "end_at", " bis ende end endtime " },
  { "patrol", "area", " ort gebiet bereich place location area " },
  { "task", "due_on", " frist termin faellig faelligam faelligkeit duedate deadline zuerledigenbis bis datum " },
  { "task", "title", " aufgabe titel bezeichnung betreff task title subject was " },
  { "project", "title", " projekt titel bezeichnung name project title projektname " },
  { "project", "start_on", " beginn start von laufzeitvon projektbeginn projektstart begindatum startdate " },
  { "project", "end_on", " ende bis laufzeitbis projektende enddatum enddate " },
  { "project", "budget_eur", " kosten gesamtkosten projektkosten mittel cost costs " },
  { "project", "lead_organisation", " traeger projekttraeger lead " },
  { NULL, "reference", " kuerzel kurzzeichen " },
};

static gboolean
has_word (const char *words, const char *key)
{
  g_autofree char *padded = g_strdup_printf (" %s ", key);
  g_autofree char *folded = mappe_text_fold (words);
  g_autofree char *all = g_strdup_printf (" %s ", folded);

  return strstr (all, padded) != NULL;
}

static gboolean
is_key_of (const char *text, const char *key)
{
  g_autofree char *other = text != NULL ? mappe_foreign_key (text) : NULL;

  return other != NULL && *other != '\0' && g_str_equal (other, key);
}

/* As our own tables write it: "Budget (€)", "Organisation (Reference)". */
static gboolean
is_label_of (const MappeFieldSpec *field, const char *key, const MappeLanguage *language)
{
  const char *label = mappe_language_text (language, field->label);
  const char *unit = field->unit != NULL ? mappe_language_text (language, field->unit) : NULL;
  g_autofree char *with_unit = unit != NULL ? g_strdup_printf ("%s (%s)", label, unit) : NULL;
  g_autofree char *with_reference = field->type == MAPPE_FIELD_REF
                                        ? g_strdup_printf ("%s (%s)", label,
                                                           mappe_language_text (language, "Reference")) : NULL;

  return is_key_of (label, key) || is_key_of (with_unit, key) || is_key_of (with_reference, key);
}

/** mappe_heading_takes: Returns: whether a field can be filled from a file: attached files cannot */
gboolean
mappe_heading_takes (const MappeKind *kind, guint field)
{
  return kind->fields[field].type != MAPPE_FIELD_BLOB;
}

static int
find_own (const MappeKind *kind, const char *word, const char *key)
{
  const MappeLanguage *const languages[] = { mappe_language_get ("de"), mappe_language_get ("en") };

  /* A word may be the name of one field and the label of another: then people mean the label. */
  for (guint i = 0; i < kind->n_fields; i++)
    if (mappe_heading_takes (kind, i)
        && (g_strcmp0 (kind->fields[i].name, word) == 0 || g_strcmp0 (kind->fields[i].alias, word) == 0))
      return (int) i;
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (guint i = 0; i < kind->n_fields; i++)
      if (mappe_heading_takes (kind, i) && is_label_of (&kind->fields[i], key, languages[l]))
        return (int) i;
  for (guint i = 0; i < kind->n_fields; i++)
    if (mappe_heading_takes (kind, i)
        && (is_key_of (kind->fields[i].name, key) || is_key_of (kind->fields[i].alias, key)))
      return (int) i;
  return -1;
}

/**
 * mappe_heading_find:
 * @word: a heading
 *
 * Returns: number of the field that is called so: by its name, its label in German or English, or another word for it;
 *   -1 for none
 */
int
mappe_heading_find (const MappeKind *kind, const char *word)
{
  g_autofree char *key = mappe_foreign_key (word);
  int own = *key != '\0' ? find_own (kind, word, key) : -1;

  for (guint i = 0; own < 0 && *key != '\0' && i < G_N_ELEMENTS (synonyms); i++)
    if ((synonyms[i].kind == NULL || g_str_equal (synonyms[i].kind, kind->name)) && has_word (synonyms[i].words, key))
      own = mappe_kind_find_field (kind, synonyms[i].field);
  return own;
}

/* --- what stands in columns of its own --- */

static const int of_person[MAPPE_CARD_N] = {
  [MAPPE_CARD_TITLE] = MAPPE_PERSON_TITLE,         [MAPPE_CARD_FIRST_NAME] = MAPPE_PERSON_FIRST_NAME,
  [MAPPE_CARD_LAST_NAME] = MAPPE_PERSON_LAST_NAME, [MAPPE_CARD_ORGANISATION] = MAPPE_PERSON_ORGANISATION,
  [MAPPE_CARD_UNIT] = -1,                          [MAPPE_CARD_POSITION] = MAPPE_PERSON_ROLE,
  [MAPPE_CARD_FUNCTION] = MAPPE_PERSON_FUNCTION,   [MAPPE_CARD_EMAIL] = MAPPE_PERSON_EMAIL,
  [MAPPE_CARD_MORE_EMAIL] = -1,                    [MAPPE_CARD_PHONE] = MAPPE_PERSON_PHONE,
  [MAPPE_CARD_ADDRESS] = -1,                       [MAPPE_CARD_NOTE] = MAPPE_PERSON_NOTE,
};

static const int of_organisation[MAPPE_CARD_N] = {
  [MAPPE_CARD_TITLE] = -1,      [MAPPE_CARD_FIRST_NAME] = -1,
  [MAPPE_CARD_LAST_NAME] = -1,  [MAPPE_CARD_ORGANISATION] = MAPPE_ORGANISATION_NAME,
  [MAPPE_CARD_UNIT] = MAPPE_ORGANISATION_CONTACT_POINT,
  [MAPPE_CARD_POSITION] = -1,   [MAPPE_CARD_FUNCTION] = -1,
  [MAPPE_CARD_EMAIL] = MAPPE_ORGANISATION_EMAIL,
  [MAPPE_CARD_MORE_EMAIL] = -1, [MAPPE_CARD_PHONE] = MAPPE_ORGANISATION_PHONE,
  [MAPPE_CARD_ADDRESS] = MAPPE_ORGANISATION_ADDRESS,
  [MAPPE_CARD_NOTE] = MAPPE_ORGANISATION_NOTE,
};

static const int of_meeting[MAPPE_APPOINTMENT_N] = {
  [MAPPE_APPOINTMENT_TITLE] = MAPPE_MEETING_TITLE,       [MAPPE_APPOINTMENT_START_ON] = MAPPE_MEETING_HELD_ON,
  [MAPPE_APPOINTMENT_START_AT] = MAPPE_MEETING_START_AT, [MAPPE_APPOINTMENT_END_ON] = -1,
  [MAPPE_APPOINTMENT_END_AT] = MAPPE_MEETING_END_AT,     [MAPPE_APPOINTMENT_PLACE] = MAPPE_MEETING_PLACE,
  [MAPPE_APPOINTMENT_NOTE] = MAPPE_MEETING_NOTE,
};

static const int of_event[MAPPE_APPOINTMENT_N] = {
  [MAPPE_APPOINTMENT_TITLE] = MAPPE_EVENT_TITLE, [MAPPE_APPOINTMENT_START_ON] = MAPPE_EVENT_START_ON,
  [MAPPE_APPOINTMENT_START_AT] = -1,             [MAPPE_APPOINTMENT_END_ON] = MAPPE_EVENT_END_ON,
  [MAPPE_APPOINTMENT_END_AT] = -1,               [MAPPE_APPOINTMENT_PLACE] = MAPPE_EVENT_AREA,
  [MAPPE_APPOINTMENT_NOTE] = MAPPE_EVENT_NOTE,
};

static const int of_patrol[MAPPE_APPOINTMENT_N] = {
  [MAPPE_APPOINTMENT_TITLE] = -1,                       [MAPPE_APPOINTMENT_START_ON] = MAPPE_PATROL_DATE,
  [MAPPE_APPOINTMENT_START_AT] = MAPPE_PATROL_START_AT, [MAPPE_APPOINTMENT_END_ON] = -1,
  [MAPPE_APPOINTMENT_END_AT] = MAPPE_PATROL_END_AT,     [MAPPE_APPOINTMENT_PLACE] = MAPPE_PATROL_AREA,
  [MAPPE_APPOINTMENT_NOTE] = MAPPE_PATROL_NOTE,
};

/* Returns: (nullable): the fields of the columns that a form of file gives */
static const int *
given_fields (const MappeKind *kind, MappeForeignForm form)
{
  if (form == MAPPE_FOREIGN_CARDS)
    return kind == &mappe_person_kind ? of_person : kind == &mappe_organisation_kind ? of_organisation : NULL;
  if (form == MAPPE_FOREIGN_APPOINTMENTS)
    return kind == &mappe_meeting_kind ? of_meeting : kind == &mappe_event_kind ? of_event
           : kind == &mappe_patrol_kind ? of_patrol : NULL;
  return NULL;
}

/* Texts may be put together from several columns, a reference has two in our own tables. */
static gboolean
may_be_twice (const MappeFieldSpec *field)
{
  return field->type == MAPPE_FIELD_LONGTEXT || field->type == MAPPE_FIELD_REF
         || g_str_equal (field->name, "phone");
}

static gboolean
is_taken (const MappeKind *kind, const GArray *fields, int field)
{
  if (field < 0 || may_be_twice (&kind->fields[field]))
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    if (g_array_index (fields, int, i) == field)
      return TRUE;
  return FALSE;
}

/**
 * mappe_heading_propose:
 * @columns: (array zero-terminated=1): the headings
 *
 * Returns: (transfer full) (element-type int): for each column the number of its field, -1 for none
 */
GArray *
mappe_heading_propose (const MappeKind *kind, MappeForeignForm form, const char *const *columns)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (int));
  const int *given = given_fields (kind, form);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      int field = given != NULL ? given[i] : mappe_heading_find (kind, columns[i]);

      if (is_taken (kind, fields, field))
        field = -1;
      g_array_append_val (fields, field);
    }
  return fields;
}

/** mappe_heading_joiner: Returns: what stands between the texts of two columns of one field: house number and town go
 *   on in the same line */
const char *
mappe_heading_joiner (const char *before, const char *column)
{
  g_autofree char *left = mappe_foreign_key (before != NULL ? before : "");
  g_autofree char *right = mappe_foreign_key (column);
  gboolean number = has_word (" hausnummer hausnr nr number houseno ", right);
  gboolean town = has_word (" plz postleitzahl postcode zip zipcode postalcode ", left)
                  && has_word (" ort stadt wohnort city town ", right);

  return number || town ? " " : "\n";
}
