#pragma once

#include "mappe-value.h"

G_BEGIN_DECLS

typedef enum {
  MAPPE_FIELD_TEXT,      /* one line */
  MAPPE_FIELD_LONGTEXT,  /* paragraphs */
  MAPPE_FIELD_INT,
  MAPPE_FIELD_DECIMAL,   /* integer scaled by 10^digits */
  MAPPE_FIELD_REAL,
  MAPPE_FIELD_BOOL,      /* 0 or 1 */
  MAPPE_FIELD_DATE,      /* YYYY-MM-DD */
  MAPPE_FIELD_TIME,      /* HH:MM */
  MAPPE_FIELD_DATETIME,  /* YYYY-MM-DDTHH:MM, local */
  MAPPE_FIELD_CODE,      /* a code of the list @code_list */
  MAPPE_FIELD_REF,       /* id of a record of the kind @target */
  MAPPE_FIELD_BLOB,      /* SHA-256 (lower-case hexadecimal) of content held by the store */
} MappeFieldType;

typedef enum {
  MAPPE_FIELD_REQUIRED     = 1 << 0,
  MAPPE_FIELD_UNIQUE       = 1 << 1,  /* within its kind */
  MAPPE_FIELD_SEARCH       = 1 << 2,  /* found by search */
  MAPPE_FIELD_SORT         = 1 << 3,  /* text: gets a stored sort key; all: gets an index */
  MAPPE_FIELD_PERSONAL     = 1 << 4,  /* data of a person: subject report, redaction */
  MAPPE_FIELD_CONFIDENTIAL = 1 << 5,
  MAPPE_FIELD_LIST         = 1 << 6,  /* a column of the list as first shown */
  MAPPE_FIELD_READONLY     = 1 << 7,  /* set by the program only */
  MAPPE_FIELD_FILTER       = 1 << 8,  /* offered as a quick filter above the list */
  MAPPE_FIELD_OWNER        = 1 << 9,  /* reference to the record this one is a part of */
} MappeFieldFlags;

/** What happens to a record when the record it refers to is deleted. */
typedef enum {
  MAPPE_DELETE_RESTRICT,
  MAPPE_DELETE_CLEAR,
  MAPPE_DELETE_CASCADE,
} MappeDeleteRule;

typedef struct _MappeKind MappeKind;

/**
 * MappeFieldSpec:
 * @name: column, property and command-line name, e.g. "held_on"
 * @alias: (nullable): heading of the interchange files where it differs from @name, e.g. "member_id"
 * @type: what the value means
 * @since: version of the schema that brought the field
 * @flags: see #MappeFieldFlags
 * @label: English label, marked for translation
 * @group: (nullable): English heading of the form group, marked for translation; %NULL continues the group before
 * @code_list: name of the code list of a CODE field
 * @target: kind name of a REF field
 * @on_delete: rule of a REF field
 * @unit: (nullable): unit shown behind the value, marked for translation
 * @digits: decimal places of a DECIMAL field
 * @minimum: least number allowed, used when @minimum < @maximum
 * @maximum: greatest number allowed
 * @preset: (nullable): canonical value of a new record
 * @unless: (nullable): BOOL field that makes this one pointless: forms show it only while that is not set
 * @index_with: (nullable): field the index of a REF field goes on with: the newest of many is found in one step
 */
typedef struct {
  const char      *name;
  const char      *alias;
  MappeFieldType   type;
  guint            since;
  guint            flags;
  const char      *label;
  const char      *group;
  const char      *code_list;
  const char      *target;
  MappeDeleteRule  on_delete;
  const char      *unit;
  guint            digits;
  double           minimum;
  double           maximum;
  const char      *preset;
  const char      *unless;
  const char      *index_with;
} MappeFieldSpec;

/* Longest text of a field, in bytes: TEXT 1,000 characters' worth, LONGTEXT 1 MiB. */
#define MAPPE_TEXT_MAX 4000
#define MAPPE_LONGTEXT_MAX (1024 * 1024)

gboolean    mappe_field_is_text         (const MappeFieldSpec *field);
gboolean    mappe_field_has_key         (const MappeFieldSpec *field);
char       *mappe_field_to_canonical    (const MappeFieldSpec *field, const MappeValue *value);
gboolean    mappe_field_parse_canonical (const MappeFieldSpec *field, const char *canonical, MappeValue *value,
                                         GError **error);
gboolean    mappe_field_validate        (const MappeFieldSpec *field, const MappeValue *value, GError **error);

G_END_DECLS
