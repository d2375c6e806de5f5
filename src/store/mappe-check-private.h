/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-backup.h"
#include "mappe-conn.h"

G_BEGIN_DECLS

typedef struct {
  MappeConn    *conn;
  GPtrArray    *findings;
  GHashTable   *counts;       /* rule → how often it was found */
  GHashTable   *codes;        /* "list/code" of all codes */
  gint64        last_set;
  GCancellable *cancellable;
} MappeCheck;

/* --- mappe-check.c --- */
void     mappe_check_add     (MappeCheck *check, const char *rule, const MappeKind *kind, gint64 id,
                              const char *reference, int field, const char *format, ...) G_GNUC_PRINTF (7, 8);

/* --- mappe-check-rows.c: what one record says of itself --- */
gboolean mappe_check_rows    (MappeCheck *check, GError **error);

/* A rule as a question whose every row is a finding: id, reference, then what @detail shows. */
typedef struct {
  const char      *rule;
  const MappeKind *kind;
  int              field;
  const char      *detail;  /* with at most four "%s" */
} MappeCheckRule;

/* --- mappe-check-rules.c: what records say of each other --- */
gboolean mappe_check_ask     (MappeCheck *check, const MappeCheckRule *rule, const char *sql, GError **error);
gboolean mappe_check_rules   (MappeCheck *check, GError **error);

/* --- mappe-check-sittings.c: votes, presence, agenda, minutes, memberships --- */
gboolean mappe_check_sittings (MappeCheck *check, GError **error);

/* --- mappe-check-numbers.c: numbers of decisions --- */
gboolean mappe_check_numbers (MappeCheck *check, GError **error);

G_END_DECLS
