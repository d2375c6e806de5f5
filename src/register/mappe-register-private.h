/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-age.h"
#include "mappe-register-veil.h"
#include "mappe-uid.h"
#include "mappe-xml-file.h"

G_BEGIN_DECLS

#define MAPPE_REGISTER_PIECE (48 * 1024)          /* bytes of a file in one element */
#define MAPPE_REGISTER_EXTRA_MOST (1024 * 1024)   /* bytes of a part of another program */
#define MAPPE_REGISTER_EXTRAS_MOST 64
#define MAPPE_REGISTER_FILE_MOST (256 * 1024 * 1024)
#define MAPPE_REGISTER_BYTES_MOST (G_GUINT64_CONSTANT (64) << 30)
#define MAPPE_REGISTER_ELEMENTS_MOST G_GUINT64_CONSTANT (500000000)
#define MAPPE_REGISTER_DEPTH_MOST 32

/* --- mappe-register-policy.c: who may see what --- */

/**
 * MappePolicy: of one kind
 * @least: for whom its records are at most
 * @reason: why they are not for others
 * @public_fields: what anybody sees of it
 * @members_fields: what members see of it
 * @context: references that hide the record with what they refer to
 * @judge: (nullable): what one record says of itself: for whom it is, and why
 */
typedef struct {
  const MappeKind *kind;
  MappeProfile     least;
  MappeShow        reason;
  guint64          public_fields;
  guint64          members_fields;
  guint64          context;
  MappeProfile   (*judge) (const MappeRow *row, MappeShow *reason);
} MappePolicy;

const MappePolicy *mappe_policy_of (const MappeKind *kind);

/* --- mappe-register-closed.c: what is offered to the archive --- */
gboolean mappe_closed_is        (const MappeRow *row, const char *until);
gboolean mappe_closed_has_field (const MappeKind *kind, guint field);

/* --- mappe-register-form.c: how values are written --- */

typedef enum {
  MAPPE_VALUE_FORM_TEXT,    /* content of the element */
  MAPPE_VALUE_FORM_BOOL,    /* "true" or "false" */
  MAPPE_VALUE_FORM_MONEY,   /* attributes "cents" and "currency" */
  MAPPE_VALUE_FORM_MOMENT,  /* attributes "date" and "time", local */
  MAPPE_VALUE_FORM_REF,     /* attribute "ref" */
  MAPPE_VALUE_FORM_FILE,    /* attribute "sha256" */
} MappeValueForm;

MappeValueForm mappe_value_form_of     (const MappeFieldSpec *field);
gboolean       mappe_value_form_append (GString *out, const char *text, gboolean attribute);
gboolean       mappe_profile_carries   (MappeProfile profile);
const char    *mappe_show_get_reason   (MappeShow show);

gboolean       mappe_register_watch_go (const MappeRegisterWatch *self, guint64 done, guint64 all, GError **error);

/* --- mappe-register-violation.c --- */
MappeViolation *mappe_violation_new  (const char *code, const char *record, const char *path, int line,
                                      const char *detail);
void            mappe_violation_free (MappeViolation *self);
const char     *mappe_violation_code_of (const char *rule, const MappeKind *kind, int field, const char *detail);

G_END_DECLS
