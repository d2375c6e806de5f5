/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-share-item.h"

#include <glib/gi18n.h>

#include "mappe-person.h"

static void
add (GPtrArray *items, MappeShareSort sort, const char *title, const MappeKind *about,
     const MappeDocumentKind *document)
{
  MappeShareItem *item = g_new (MappeShareItem, 1);

  *item = (MappeShareItem) { sort, title, about, document };
  g_ptr_array_add (items, item);
}

static void
add_documents (GPtrArray *items, const MappeKind *about)
{
  guint n;
  const MappeDocumentKind *all = mappe_document_kinds (&n);

  for (guint i = 0; i < n; i++)
    if (all[i].about == about)
      add (items, MAPPE_SHARE_DOCUMENT, all[i].title, about, &all[i]);
}

/**
 * mappe_share_items:
 * @about: (nullable): kind of the record in front
 *
 * Returns: (transfer full) (element-type MappeShareItem): what can leave: what is about the record, then what is about
 *   the whole council
 */
GPtrArray *
mappe_share_items (const MappeKind *about)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);

  if (about != NULL)
    add_documents (items, about);
  if (about == &mappe_person_kind)
    add (items, MAPPE_SHARE_SUBJECT, N_("All that names the person, as data"), about, NULL);
  add_documents (items, NULL);
  add (items, MAPPE_SHARE_TABLE, N_("Table of all records of a kind"), NULL, NULL);
  add (items, MAPPE_SHARE_CALENDAR, N_("Calendar"), NULL, NULL);
  add (items, MAPPE_SHARE_CONTACTS, N_("Address book"), NULL, NULL);
  add (items, MAPPE_SHARE_OPARL, N_("Council information for the web (OParl)"), NULL, NULL);
  add (items, MAPPE_SHARE_REGISTER, N_("Register: the whole council as data"), NULL, NULL);
  return items;
}

/** mappe_share_item_get_name: Returns: (transfer none): as on the command line; a table is "list:" and its kind */
const char *
mappe_share_item_get_name (const MappeShareItem *self)
{
  switch (self->sort)
    {
    case MAPPE_SHARE_DOCUMENT:
      return self->document->name;
    case MAPPE_SHARE_CALENDAR:
      return "calendar";
    case MAPPE_SHARE_CONTACTS:
      return "contacts";
    case MAPPE_SHARE_TABLE:
      return "list:";
    case MAPPE_SHARE_OPARL:
      return "oparl";
    case MAPPE_SHARE_REGISTER:
    case MAPPE_SHARE_SUBJECT:
    default:
      return "register";
    }
}

static void
add_format (GArray *formats, const char *extension, const char *title)
{
  const MappeShareFormat format = { extension, title, NULL };

  g_array_append_val (formats, format);
}

static void
add_document_formats (GArray *formats)
{
  guint n;
  const MappeFormat *all = mappe_formats (&n);

  for (guint i = 0; i < n; i++)
    {
      const MappeShareFormat format = { all[i].name, all[i].title, &all[i] };

      g_array_append_val (formats, format);
    }
}

/** mappe_share_item_formats: Returns: (transfer full) (element-type MappeShareFormat): one at least */
GArray *
mappe_share_item_formats (const MappeShareItem *self)
{
  GArray *formats = g_array_new (FALSE, FALSE, sizeof (MappeShareFormat));

  switch (self->sort)
    {
    case MAPPE_SHARE_DOCUMENT:
      add_document_formats (formats);
      break;
    case MAPPE_SHARE_REGISTER:
    case MAPPE_SHARE_SUBJECT:
      add_format (formats, "xml", N_("XML register"));
      break;
    case MAPPE_SHARE_CALENDAR:
      add_format (formats, "ics", N_("Calendar file (iCalendar)"));
      break;
    case MAPPE_SHARE_CONTACTS:
      add_format (formats, "vcf", N_("Address cards (vCard 4.0)"));
      break;
    case MAPPE_SHARE_TABLE:
      add_format (formats, "csv", N_("Table for Excel (CSV with “;”)"));
      add_format (formats, "csv", N_("Table for other programs (CSV)"));
      break;
    case MAPPE_SHARE_OPARL:
    default:
      add_format (formats, NULL, N_("Folder of JSON files"));
    }
  return formats;
}

/** mappe_share_item_readers: Returns: (transfer full) (element-type MappeProfile): for whom it may be; one at least */
GArray *
mappe_share_item_readers (const MappeShareItem *self)
{
  static const MappeProfile classes[] = { MAPPE_PROFILE_PUBLIC, MAPPE_PROFILE_MEMBERS, MAPPE_PROFILE_FULL };
  static const MappeProfile archive = MAPPE_PROFILE_ARCHIVE, subject = MAPPE_PROFILE_SUBJECT;
  GArray *readers = g_array_new (FALSE, FALSE, sizeof (MappeProfile));

  if (self->sort == MAPPE_SHARE_SUBJECT)
    g_array_append_val (readers, subject);
  else
    g_array_append_vals (readers, classes, self->sort == MAPPE_SHARE_OPARL ? 1 : G_N_ELEMENTS (classes));
  if (self->sort == MAPPE_SHARE_REGISTER)
    g_array_append_val (readers, archive);
  return readers;
}

/** mappe_share_item_first_reader: Returns: those it is meant for, when nothing else is chosen */
MappeProfile
mappe_share_item_first_reader (const MappeShareItem *self)
{
  if (self->document != NULL)
    return (MappeProfile) self->document->least;
  if (self->sort == MAPPE_SHARE_SUBJECT)
    return MAPPE_PROFILE_SUBJECT;
  return self->sort == MAPPE_SHARE_OPARL ? MAPPE_PROFILE_PUBLIC : MAPPE_PROFILE_MEMBERS;
}

/** mappe_share_reader_title: Returns: (transfer none): translated */
const char *
mappe_share_reader_title (MappeProfile reader)
{
  switch (reader)
    {
    case MAPPE_PROFILE_PUBLIC:
      return C_("readers of a document", "Everybody");
    case MAPPE_PROFILE_MEMBERS:
      return C_("readers of a document", "Members");
    case MAPPE_PROFILE_SUBJECT:
      return C_("readers of a document", "The person");
    case MAPPE_PROFILE_ARCHIVE:
      return C_("readers of a document", "The archive");
    case MAPPE_PROFILE_FULL:
    default:
      return C_("readers of a document", "Those who may see everything");
    }
}
