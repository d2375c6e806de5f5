/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mappe-conn.h"
#include "mappe-record.h"
#include "mappe-store.h"

G_BEGIN_DECLS

/* The parts of search. All of it runs on the INDEX lane's thread.
 *
 * Errors of the index keep the domain MAPPE_SQL_ERROR: they are cured by throwing the index away. Errors of the
 * council come as MAPPE_STORE_ERROR or G_IO_ERROR and are the caller's. */

/* --- mappe-search-words.c: words of texts and of questions --- */

typedef struct {
  char *word;   /* folded, at most SEARCH_WORD_MAX bytes */
  guint length; /* in characters */
} MappeSearchWord;

typedef struct {
  const char *start;
  const char *end;
} MappeSearchSpan;

GPtrArray *mappe_search_words_new    (const char *text);  /* (element-type MappeSearchWord) */
gboolean   mappe_search_find_word    (const char *text, const MappeSearchWord *word, MappeSearchSpan *span);
char      *mappe_search_snippet      (const char *text, const MappeSearchSpan *span);

/* --- mappe-search-index.c: the index file --- */

/* A text in the index; numbers of kinds are those of mappe_kind_index() when the index was made. */
#define MAPPE_SEARCH_DOC(kind, id) ((id) * 256 + mappe_kind_index (kind))
#define MAPPE_SEARCH_DOC_RECORD(doc) ((doc) >> 8)
#define MAPPE_SEARCH_DOC_KIND(doc) ((guint) ((doc) & 255))

/* A page of an attached file is a text as well: of no kind, and behind all records. */
#define MAPPE_SEARCH_NO_KIND 255
#define MAPPE_SEARCH_MOST_PAGES 4096
#define MAPPE_SEARCH_PAGES (G_GINT64_CONSTANT (1) << 60)
#define MAPPE_SEARCH_PAGE(content, page) \
  (MAPPE_SEARCH_PAGES | (((content) * MAPPE_SEARCH_MOST_PAGES + (page)) << 8) | MAPPE_SEARCH_NO_KIND)
#define MAPPE_SEARCH_PAGE_CONTENT(doc) (((doc) & (MAPPE_SEARCH_PAGES - 1)) >> 20)
#define MAPPE_SEARCH_PAGE_NUMBER(doc) ((guint) (((doc) >> 8) & (MAPPE_SEARCH_MOST_PAGES - 1)))

/* How far the index has come; kept in it. */
typedef struct {
  gboolean ready;     /* all kinds were read; from here on the log is followed */
  gint64   set_id;    /* newest change set that is indexed (or that the first reading began with) */
  char    *at;        /* its stamp; "" for none */
  gint64   change_id; /* newest line of the log that is indexed */
  guint    kind;      /* while reading: the kind that is being read */
  gint64   row;       /* while reading, or inside a range of the log: the last record done */
} MappeSearchMark;

typedef struct {
  MappeConn  *conn;
  char       *path;       /* (nullable): %NULL when it lives in memory */
  char       *stamp;      /* version, kinds and council it must be of */
  GHashTable *known;      /* words that are in the table of words already */
} MappeSearchIndex;

MappeSearchIndex *mappe_search_index_open      (const char *council_id, const char *council_path, GError **error);
MappeSearchIndex *mappe_search_index_open_memory (const char *council_id, GError **error);
void              mappe_search_index_free      (MappeSearchIndex *self);
void              mappe_search_index_discard   (MappeSearchIndex *self);
gboolean          mappe_search_index_begin     (MappeSearchIndex *self, GError **error);
gboolean          mappe_search_index_commit    (MappeSearchIndex *self, GError **error);
void              mappe_search_index_rollback  (MappeSearchIndex *self);
gboolean          mappe_search_index_clear     (MappeSearchIndex *self, GError **error);
gboolean          mappe_search_index_get_mark  (MappeSearchIndex *self, MappeSearchMark *mark, GError **error);
gboolean          mappe_search_index_set_mark  (MappeSearchIndex *self, const MappeSearchMark *mark, GError **error);
gboolean          mappe_search_index_put       (MappeSearchIndex *self, gint64 doc, const char *title, const char *body,
                                                GError **error);
gboolean          mappe_search_index_remove    (MappeSearchIndex *self, gint64 doc, GError **error);
char             *mappe_search_index_file_name (const char *council_id, const char *council_path);

void              mappe_search_mark_clear      (MappeSearchMark *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MappeSearchMark, mappe_search_mark_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeSearchIndex, mappe_search_index_free)

/* --- mappe-search-feed.c: from the council into the index --- */

/* Works for about @budget microseconds. @progress: 0 … 1000, 1000 when the index holds all. */
gboolean   mappe_search_feed         (MappeSearchIndex *self, MappeConn *council, gint64 budget, guint *progress,
                                      GCancellable *cancellable, GError **error);

/* --- mappe-search.c --- */

/* Runs @func on an index that works; it may be run again on a new one. */
typedef gboolean (*MappeSearchFunc)  (MappeSearchIndex *index, MappeConn *council, gpointer data,
                                      GCancellable *cancellable, GError **error);
gboolean   mappe_search_on_index     (MappeStore *store, MappeConn *council, MappeSearchFunc func, gpointer data,
                                      GCancellable *cancellable, GError **error);

/* --- mappe-search-pages.c: from pages of attached files back to documents --- */

/* Texts and contents of the pages among @found, for mappe_search_pages_hits(). */
GPtrArray *mappe_search_pages_load   (MappeSearchIndex *index, GArray *found, GError **error);
gboolean   mappe_search_pages_link   (MappeConn *council, GPtrArray *pages, GError **error);

/** MappeSearchPage: a page that was found. @documents: (element-type gint64): ids of the documents that have it */
typedef struct {
  gint64  doc;
  char   *hash, *text;
  GArray *documents;
} MappeSearchPage;

/* --- mappe-search-rank.c: from words to the best texts --- */

typedef struct {
  gint64 doc;
  double rank;  /* 0 best */
} MappeSearchFound;

GArray    *mappe_search_rank         (MappeSearchIndex *self, GPtrArray *words, guint most, GError **error);

G_END_DECLS
