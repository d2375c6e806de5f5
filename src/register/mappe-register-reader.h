/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/xmlreader.h>

#include "mappe-age.h"
#include "mappe-intake.h"
#include "mappe-register-private.h"
#include "mappe-xml-guard.h"

G_BEGIN_DECLS

typedef struct _MappeRegisterReader MappeRegisterReader;

/**
 * MappeRegisterSink: where what is read goes; all functions may be %NULL
 * @list: @last: the last number that was given in references of the kind
 * @record: @withheld: it is not shown in this register
 * @file: @content: (nullable): when the register carries it
 * @extra: what another program put in
 */
typedef struct {
  gboolean (*list)   (gpointer data, const MappeKind *kind, gint64 last, GError **error);
  gboolean (*record) (gpointer data, MappeIntakeRecord *record, gboolean withheld, GError **error);
  gboolean (*file)   (gpointer data, const char *hash, GBytes *content, GError **error);
  gboolean (*extra)  (gpointer data, const char *name, const char *content, GError **error);
  gpointer data;
} MappeRegisterSink;

/**
 * MappeRegisterReader: a register while it is read
 * @opener: (nullable): of a file that is sealed; @opened is what came out of it, of which @given bytes were taken
 * @guard: looks at the bytes before libxml2 does
 * @error: what stopped the reading beneath libxml2
 * @sink: where records go
 * @report: what was found so far
 * @whole: whether an element that is missing means that its field is empty
 * @carries: whether the files that records name are in the register
 * @newer: whether elements that are not known may come
 * @count: of the list that is being read
 * @record: the record that is being read
 * @id: of that record, as it stands there
 * @faults: violations in that record
 */
struct _MappeRegisterReader {
  int                   fd;
  char                 *name;
  MappeAgeOpener       *opener;
  GByteArray           *opened;
  guint                 given;
  gboolean              ended;
  MappeXmlGuard         guard;
  xmlTextReaderPtr      reader;
  GError               *error;
  MappeRegisterSink     sink;
  MappeRegisterReport  *report;
  gboolean              whole;
  gboolean              carries;
  gboolean              newer;
  guint64               n_elements;
  guint64               size;     /* of the file, 0 when unknown */
  guint64               told;
  const MappeRegisterWatch *watch;
  const MappeKind      *kind;
  MappeRegisterCount   *count;
  MappeIntakeRecord     record;
  MappeUid              before;
  char                 *id;
  int                   line;
  GString              *text;
  guint                 faults;
};

MappeRegisterReader *mappe_register_reader_open (const char *path, const char *passphrase, GError **error);
void                 mappe_register_reader_free (MappeRegisterReader *self);
gboolean             mappe_register_reader_run  (MappeRegisterReader *self, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeRegisterReader, mappe_register_reader_free)

/* --- steps, for the files that read parts --- */
gboolean    mappe_register_reader_step     (MappeRegisterReader *self, int *type, GError **error);
int         mappe_register_reader_line     (MappeRegisterReader *self);
gboolean    mappe_register_reader_fail     (MappeRegisterReader *self, GError **error, const char *format, ...)
                                            G_GNUC_PRINTF (3, 4);
const char *mappe_register_reader_element  (MappeRegisterReader *self);
gboolean    mappe_register_reader_is_ours  (MappeRegisterReader *self);
char       *mappe_register_reader_attribute (MappeRegisterReader *self, const char *name);
gboolean    mappe_register_reader_only     (MappeRegisterReader *self, const char *const *names, GError **error);
gboolean    mappe_register_reader_text     (MappeRegisterReader *self, gsize most, GError **error);
gboolean    mappe_register_reader_skip     (MappeRegisterReader *self, GError **error);
gboolean    mappe_register_reader_next     (MappeRegisterReader *self, gboolean *more, GError **error);
void        mappe_register_reader_violate  (MappeRegisterReader *self, const char *code, const char *field,
                                            const char *detail);

gboolean    mappe_register_read_record     (MappeRegisterReader *self, GError **error);
gboolean    mappe_register_read_file       (MappeRegisterReader *self, GError **error);
gboolean    mappe_register_read_extra      (MappeRegisterReader *self, GError **error);

void        mappe_register_report_add      (MappeRegisterReport *self, MappeViolation *violation);

G_END_DECLS
