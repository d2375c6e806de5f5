/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mappe-cli.h"

G_BEGIN_DECLS

/**
 * MappeOutline:
 *
 * What a command tells of a page of the window, written once: as lines for people, or as JSON for programs. A key is
 * the name of a JSON member and never translated; a label is for people, %NULL leaves the line out of the text.
 */
typedef struct _MappeOutline MappeOutline;

gboolean      mappe_outline_format (const char *typed, gboolean *json, GError **error);
void          mappe_outline_free   (MappeOutline *self);
void          mappe_outline_list   (MappeOutline *self, const char *key, const char *heading);
void          mappe_outline_item   (MappeOutline *self, const char *title);
void          mappe_outline_close  (MappeOutline *self);
void          mappe_outline_line   (MappeOutline *self, const char *text);
void          mappe_outline_text   (MappeOutline *self, const char *key, const char *label, const char *text);
void          mappe_outline_code   (MappeOutline *self, const char *key, const char *code, const char *label,
                                    const char *words);
void          mappe_outline_day    (MappeOutline *self, const char *key, const char *label, const char *day);
void          mappe_outline_int    (MappeOutline *self, const char *key, const char *label, gint64 number);
void          mappe_outline_real   (MappeOutline *self, const char *key, const char *label, double number, int digits);
void          mappe_outline_euro   (MappeOutline *self, const char *key, const char *label, gint64 cents);
void          mappe_outline_bool   (MappeOutline *self, const char *key, const char *label, gboolean value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeOutline, mappe_outline_free)

/**
 * MappeOutlineRun: a command that tells an outline of a council
 * @store: the council
 * @out: what it tells, still empty
 * @reference: (nullable): of the record it is about
 * @year: as typed, 0 without
 */
typedef struct {
  MappeStore   *store;
  MappeOutline *out;
  char         *reference;
  guint         year;
} MappeOutlineRun;

/** MappeOutlineForm: @least, @most: records that are named beside the file; @year: (nullable): help of the option */
typedef struct {
  guint       least, most;
  const char *year;
} MappeOutlineForm;

gboolean mappe_outline_begin (MappeCli *cli, char **arguments, const MappeOutlineForm *form, MappeOutlineRun *run,
                              GError **error);
gboolean mappe_outline_end   (MappeCli *cli, MappeOutlineRun *run, GError **error);
void     mappe_outline_clear (MappeOutlineRun *run);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MappeOutlineRun, mappe_outline_clear)

G_END_DECLS
