/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-language.h"
#include "mappe-store.h"

G_BEGIN_DECLS

/* The register: all records of a council as one XML file, for other programs, for archives, and as a copy that
 * outlives this one. Its form follows from the field tables: a list for each kind in the order of mappe_kinds(), in it
 * the records by their ids, in each an element for each field in the order of its table. An id is the name of the kind,
 * "-" and the UUID of the record (mappe-uid.h), so that a reference says what it leads to. The schema is made from the
 * same tables; see data/register.rnc. */

#define MAPPE_REGISTER_STEM "urn:x-ratsmappe:register:"
#define MAPPE_REGISTER_NAMESPACE MAPPE_REGISTER_STEM "1"
#define MAPPE_REGISTER_MAJOR 1
#define MAPPE_REGISTER_MINOR 0

/**
 * MappeRegisterError:
 * @MAPPE_REGISTER_ERROR_FORMAT: not a register, or damaged; the message says where
 * @MAPPE_REGISTER_ERROR_VERSION: a register of another major version; nothing of it was read
 * @MAPPE_REGISTER_ERROR_LIMIT: too large in one of its measures
 * @MAPPE_REGISTER_ERROR_RULES: it breaks rules; the #MappeRegisterReport tells them
 * @MAPPE_REGISTER_ERROR_TEXT: R13: a text of the council that XML cannot hold
 * @MAPPE_REGISTER_ERROR_SEALED: it is sealed, and the passphrase is missing or wrong
 */
typedef enum {
  MAPPE_REGISTER_ERROR_FORMAT,
  MAPPE_REGISTER_ERROR_VERSION,
  MAPPE_REGISTER_ERROR_LIMIT,
  MAPPE_REGISTER_ERROR_RULES,
  MAPPE_REGISTER_ERROR_TEXT,
  MAPPE_REGISTER_ERROR_SEALED,
} MappeRegisterError;

#define MAPPE_REGISTER_ERROR (mappe_register_error_quark ())
GQuark mappe_register_error_quark (void);

/**
 * MappeProfile: for whom a register is written
 * @MAPPE_PROFILE_PUBLIC: anybody: what may not be seen is absent
 * @MAPPE_PROFILE_MEMBERS: members of the council: what they may not see is named as withheld
 * @MAPPE_PROFILE_FULL: the council itself: everything, with the attached files, so that nothing is lost
 * @MAPPE_PROFILE_SUBJECT: one person (GDPR art. 15): the person, and all that names the person
 * @MAPPE_PROFILE_ARCHIVE: the public archive, to which everything is offered before it is deleted, confidential or not
 *   (LArchG RLP § 7): matters that are closed, with what belongs to them and the attached files, without contact data
 */
typedef enum {
  MAPPE_PROFILE_PUBLIC,
  MAPPE_PROFILE_MEMBERS,
  MAPPE_PROFILE_FULL,
  MAPPE_PROFILE_SUBJECT,
  MAPPE_PROFILE_ARCHIVE,
} MappeProfile;

const char *mappe_profile_get_name (MappeProfile profile);
gboolean    mappe_profile_find     (const char *name, MappeProfile *profile);

/**
 * MappeRegisterWatch: for long work
 * @cancellable: (nullable): stops it; nothing of it is kept then
 * @tell: (nullable): is told now and then how far it is, on the thread that works: records of an export, of which
 *   nobody knows how many come (@all is 0), or bytes of an import
 */
typedef struct {
  GCancellable *cancellable;
  void        (*tell) (gpointer data, guint64 done, guint64 all);
  gpointer      data;
} MappeRegisterWatch;

/** MappeRegisterCount: of one kind how many records there are, and what became of them. */
typedef struct {
  const MappeKind *kind;
  gint64           records;
  gint64           added;
  gint64           changed;
  gint64           withheld;
} MappeRegisterCount;

/**
 * MappeRegisterOrder: a register as it is asked for
 * @exported: (nullable): UTC instant "YYYY-MM-DDTHH:MM:SSZ"; %NULL for now
 * @language: (nullable): code of the language of its texts; %NULL for that of the council
 * @person: of %MAPPE_PROFILE_SUBJECT the id of the person
 * @until: (nullable): of %MAPPE_PROFILE_ARCHIVE the last day of matters that are offered, "YYYY-MM-DD"; %NULL for the
 *   day of @exported
 * @passphrase: (nullable): under which it is sealed (age v1); %NULL for a file that everybody can read: of a full one,
 *   which holds what is confidential, only when asked for
 * @counts: (nullable) (element-type MappeRegisterCount): is told what of each kind went into it, in the order of the
 *   register
 * @watch: (nullable): who waits for it
 */
typedef struct {
  MappeProfile profile;
  const char  *exported;
  const char  *language;
  gint64       person;
  const char  *until;
  const char  *passphrase;
  GArray      *counts;
  const MappeRegisterWatch *watch;
} MappeRegisterOrder;

gboolean mappe_register_save  (MappeStore *store, const char *path, const MappeRegisterOrder *order, GError **error);
gboolean mappe_register_write (MappeStore *store, int fd, const MappeRegisterOrder *order, GError **error);

/**
 * MappeViolation: a rule that is broken
 * @code: "R01" to "R16", see mappe_violation_get_text()
 * @record: (nullable): id in the register
 * @path: where in the register, in the manner of XPath
 * @line: there, counted from 1; 0 when unknown
 * @detail: what stands there, in English, like mappe_store_check()
 * @is_note: it does not stand in the way of the import: a file that was empty gets back what was kept
 */
typedef struct {
  char    *code;
  char    *record;
  char    *path;
  int      line;
  char    *detail;
  gboolean is_note;
} MappeViolation;

const char *mappe_violation_get_text (const MappeViolation *self, const MappeLanguage *language);

/**
 * MappeRegisterReport: what is in a register, and what an import made of it
 * @version: "1.0"
 * @counts: (element-type MappeRegisterCount): of the kinds that have records, in the order of the register
 * @violations: (element-type MappeViolation): the first 1,000
 * @n_violations: all of those that stand in the way
 * @files: attached files, of which the register carries @files_carried with @bytes
 * @extras: parts of other programs
 * @unknown: elements of a newer version that were passed over
 */
typedef struct {
  char      *version;
  char      *profile;
  char      *generator;
  char      *exported;
  char      *language;
  GArray    *counts;
  GPtrArray *violations;
  guint64    n_violations;
  guint64    files;
  guint64    files_carried;
  guint64    bytes;
  guint64    extras;
  guint64    unknown;
} MappeRegisterReport;

gboolean             mappe_register_is_sealed (const char *path);
MappeRegisterReport *mappe_register_look      (const char *path, const char *passphrase, GError **error);
MappeRegisterReport *mappe_register_import    (MappeStore *store, const char *path, const char *passphrase,
                                               gboolean dry_run, const MappeRegisterWatch *watch,
                                               MappeRegisterReport **fault, GError **error);
void                 mappe_register_report_free (MappeRegisterReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeRegisterReport, mappe_register_report_free)

/* The schema in its two forms, made from the field tables. */
char *mappe_register_schema_rnc (void);
char *mappe_register_schema_rng (void);

G_END_DECLS
