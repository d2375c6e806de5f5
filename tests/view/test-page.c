/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-page.h"
#include "mappe-person.h"
#include "view-test.h"

#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, MappePage)

struct _TestPage {
  MappePage parent_instance;
  gint64 opened;
};

G_DEFINE_FINAL_TYPE (TestPage, test_page, MAPPE_TYPE_PAGE)

static gboolean
test_page_open_record (MappePage *page, const MappeKind *kind, gint64 id)
{
  TEST_PAGE (page)->opened = id;
  mappe_page_moved (page);
  return kind == &mappe_person_kind;
}

static gint64
test_page_get_record (MappePage *page, const MappeKind **kind)
{
  *kind = &mappe_person_kind;
  return TEST_PAGE (page)->opened;
}

static void
test_page_class_init (TestPageClass *klass)
{
  MAPPE_PAGE_CLASS (klass)->open_record = test_page_open_record;
  MAPPE_PAGE_CLASS (klass)->get_record = test_page_get_record;
}

static void
test_page_init (TestPage *self)
{
}

static MappePage *
new_page (void)
{
  return g_object_ref_sink (g_object_new (TEST_TYPE_PAGE, "page-name", "people", NULL));
}

static void
test_properties (void)
{
  MappePage *page = new_page ();
  guint notified = 0;

  g_signal_connect_swapped (page, "notify::title", G_CALLBACK (view_test_count_cb), &notified);
  g_signal_connect_swapped (page, "notify::icon-name", G_CALLBACK (view_test_count_cb), &notified);
  g_signal_connect_swapped (page, "notify::back-visible", G_CALLBACK (view_test_count_cb), &notified);
  mappe_page_set_title (page, NULL);
  mappe_page_set_icon_name (page, NULL);
  mappe_page_set_back_visible (page, FALSE);
  g_assert_cmpuint (notified, ==, 0);
  mappe_page_set_title (page, "People");
  mappe_page_set_icon_name (page, "system-users-symbolic");
  mappe_page_set_back_visible (page, TRUE);
  g_assert_cmpuint (notified, ==, 3);
  g_object_set (page, "title", "Partners", "back-visible", TRUE, NULL);
  g_assert_cmpuint (notified, ==, 4);
  g_assert_cmpstr (mappe_page_get_title (page), ==, "Partners");
  g_assert_cmpstr (mappe_page_get_name (page), ==, "people");
  g_assert_null (mappe_page_get_store (page));
  g_assert_finalize_object (page);
}

/* A page that knows nothing takes every question. */
static void
test_defaults (void)
{
  MappePage *page = new_page ();

  mappe_page_shown (page);
  mappe_page_focus_filter (page);
  mappe_page_save (page);
  mappe_page_delete_selected (page);
  mappe_page_set_state (page, "anything");
  mappe_page_set_state (page, NULL);
  g_assert_true (mappe_page_can_close (page));
  g_assert_false (mappe_page_go_back (page));
  g_assert_false (mappe_page_new_record (page, NULL, NULL));
  g_assert_null (mappe_page_get_state (page));
  g_assert_finalize_object (page);
}

static void
test_record (void)
{
  MappePage *page = new_page ();
  const MappeKind *kind = NULL;
  guint moved = 0;

  g_signal_connect_swapped (page, "moved", G_CALLBACK (view_test_count_cb), &moved);
  g_assert_true (mappe_page_open_record (page, &mappe_person_kind, 7));
  g_assert_cmpuint (moved, ==, 1);
  g_assert_cmpint (mappe_page_get_record (page, &kind), ==, 7);
  g_assert_true (kind == &mappe_person_kind);
  g_assert_finalize_object (page);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/page/properties", test_properties);
  g_test_add_func ("/page/defaults", test_defaults);
  g_test_add_func ("/page/record", test_record);
  return g_test_run ();
}
