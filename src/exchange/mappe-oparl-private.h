/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-codes.h"
#include "mappe-draft-folder.h"
#include "mappe-json.h"
#include "mappe-oparl.h"
#include "mappe-register-veil.h"
#include "mappe-uid.h"

G_BEGIN_DECLS

#define MAPPE_OPARL_SCHEMA "https://schema.oparl.org/1.1/"

/** MappeOparlType: objects that have files of their own, in the order of mappe_oparl_types */
typedef enum {
  MAPPE_OPARL_ORGANIZATION,
  MAPPE_OPARL_PERSON,
  MAPPE_OPARL_MEMBERSHIP,
  MAPPE_OPARL_MEETING,
  MAPPE_OPARL_AGENDA_ITEM,
  MAPPE_OPARL_PAPER,
  MAPPE_OPARL_CONSULTATION,
  MAPPE_OPARL_FILE,
  MAPPE_OPARL_N_TYPES,
} MappeOparlType;

/**
 * MappeOparl: the public part of a council
 * @base: what ids begin with, without the last slash
 * @council: (nullable): its row
 * @rows: (element-type MappeRow): by type, as the public sees them; a document is a file, and may be a paper too
 * @decisions: (element-type MappeRow): public ones
 * @gone: (element-type MappeRow): by type, what was deleted since
 * @fault: where the first error is kept that comes up while objects are written
 */
typedef struct {
  MappeSnapshot       *snapshot;
  const MappeLanguage *language;
  const char          *base, *today;
  MappeUids           *uids;
  MappeCodes          *codes;
  MappeRow            *council;
  GPtrArray           *rows[MAPPE_OPARL_N_TYPES];
  GPtrArray           *gone[MAPPE_OPARL_N_TYPES];
  GPtrArray           *decisions;
  GError             **fault;
} MappeOparl;

/* --- mappe-oparl-read.c --- */
MappeOparl *mappe_oparl_read          (MappeSnapshot *snapshot, const MappeExchangeOrder *order, const char *base,
                                       GError **error);
void        mappe_oparl_free          (MappeOparl *self);
MappeRow   *mappe_oparl_find          (const MappeOparl *self, MappeOparlType type, gint64 id);
gboolean    mappe_oparl_is_paper      (const MappeRow *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeOparl, mappe_oparl_free)

/* --- mappe-oparl-objects.c --- */
extern const char *const mappe_oparl_types[MAPPE_OPARL_N_TYPES];
extern const char *const mappe_oparl_folders[MAPPE_OPARL_N_TYPES];
char       *mappe_oparl_name          (const MappeOparl *self, const MappeRow *row);
char       *mappe_oparl_content_name  (const MappeOparl *self, const MappeRow *document);
void        mappe_oparl_put_system    (const MappeOparl *self, MappeJson *json);
void        mappe_oparl_put_body      (const MappeOparl *self, MappeJson *json);
void        mappe_oparl_put           (const MappeOparl *self, MappeJson *json, MappeOparlType type,
                                       const MappeRow *row);
void        mappe_oparl_put_gone      (const MappeOparl *self, MappeJson *json, MappeOparlType type,
                                       const MappeRow *row);

G_END_DECLS
