"""What the tools know of the world: plural rules, languages, scripts and widths.

CLDR 49, the IANA Language Subtag Registry of 2025-08-25, Unicode 17.0. Written by
scripts/cldr.py from Babel 2.19.0 and ICU 78.3; not edited by hand.
"""

PLURALS = {
    "nplurals=2; plural=(n != 1);": """
af an asa ast az bal bem bez bg brx ce cgg chr ckb da de dv ee el en eo et eu fi fo fur fy gsw ha
haw hu ia ie io jgo jmc ka kaj kcg kk kkj kl ks ksb ku ky lb lg lij mas mgo ml mn mr nb nd ne nl nn
nnh no nr ny nyn om or os pap ps rm rof rwk saq sc sd sdh seh sn so sq ss ssy st sv sw syr ta te teo
tig tk tn tr ts ug ur uz ve vo vun wae xh xog yi
""",
    "nplurals=1; plural=0;": """
bm bo dz hnj id ig ii ja jbo jv kde kea km ko lkt lo ms my nqo osa sah ses sg su th to tpi wo yo yue
zh
""",
    "nplurals=2; plural=(n > 1);": """
ak am as bho bn csw doi fa ff gu hi hy kab kn kok ln mg nso pa pcm si tg ti vi wa zu
""",
    "nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2);": """
he iu naq sat se sma smj smn sms
""",
    "nplurals=3; plural=(n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2);": """
ca es gl it lld pt_PT scn vec
""",
    (
        "nplurals=3; plural=(n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n "
        "% 100 < 12 || n % 100 > 14) ? 1 : 2);"
    ): """
be bs hr ru sr uk
""",
    "nplurals=3; plural=(n == 0 ? 0 : n == 1 ? 1 : 2);": """
blo cv ksh lag
""",
    (
        "nplurals=3; plural=(n % 10 == 0 || n % 100 >= 11 && n % 100 <= 19 ? 0 : n % 10 == 1 && n "
        "% 100 != 11 ? 1 : 2);"
    ): """
lt lv prg
""",
    (
        "nplurals=4; plural=(n % 100 == 1 ? 0 : n % 100 == 2 ? 1 : (n % 100 == 3 || n % 100 == 4) "
        "? 2 : 3);"
    ): """
dsb hsb sl
""",
    (
        "nplurals=2; plural=(n != 1 && n != 2 && n != 3 && (n % 10 == 4 || n % 10 == 6 || n % 10 "
        "== 9));"
    ): """
ceb fil
""",
    "nplurals=2; plural=(n % 10 != 1 || n % 100 == 11);": """
is mk
""",
    "nplurals=3; plural=((n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2);": """
fr pt
""",
    "nplurals=3; plural=(n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2);": """
cs sk
""",
    "nplurals=2; plural=(n >= 2 && (n < 11 || n > 99));": """
tzm
""",
    "nplurals=3; plural=(n == 0 || n == 1 ? 0 : n >= 2 && n <= 10 ? 1 : 2);": """
shi
""",
    (
        "nplurals=3; plural=(n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 "
        "> 14) ? 1 : 2);"
    ): """
pl
""",
    (
        "nplurals=3; plural=(n == 1 ? 0 : n == 0 || n != 1 && n % 100 >= 1 && n % 100 <= 19 ? 1 : "
        "2);"
    ): """
ro
""",
    (
        "nplurals=4; plural=((n == 1 || n == 11) ? 0 : (n == 2 || n == 12) ? 1 : (n >= 3 && n <= "
        "10 || n >= 13 && n <= 19) ? 2 : 3);"
    ): """
gd
""",
    (
        "nplurals=4; plural=(n % 10 == 1 && n % 100 != 11 ? 0 : n == 2 ? 1 : n != 2 && n % 10 >= "
        "2 && n % 10 <= 9 && (n % 100 < 11 || n % 100 > 19) ? 2 : 3);"
    ): """
sgs
""",
    (
        "nplurals=4; plural=(n % 10 == 1 ? 0 : n % 10 == 2 ? 1 : (n % 100 == 0 || n % 100 == 20 "
        "|| n % 100 == 40 || n % 100 == 60 || n % 100 == 80) ? 2 : 3);"
    ): """
gv
""",
    (
        "nplurals=5; plural=(n % 10 == 1 && n % 100 != 11 && n % 100 != 71 && n % 100 != 91 ? 0 : "
        "n % 10 == 2 && n % 100 != 12 && n % 100 != 72 && n % 100 != 92 ? 1 : ((n % 10 == 3 || n "
        "% 10 == 4) || n % 10 == 9) && (n % 100 < 10 || n % 100 > 19) && (n % 100 < 70 || n % 100 "
        "> 79) && (n % 100 < 90 || n % 100 > 99) ? 2 : n != 0 && n % 1000000 == 0 ? 3 : 4);"
    ): """
br
""",
    (
        "nplurals=5; plural=(n == 1 ? 0 : n == 2 ? 1 : n == 0 || n % 100 >= 3 && n % 100 <= 10 ? "
        "2 : n % 100 >= 11 && n % 100 <= 19 ? 3 : 4);"
    ): """
mt
""",
    (
        "nplurals=5; plural=(n == 1 ? 0 : n == 2 ? 1 : n >= 3 && n <= 6 ? 2 : n >= 7 && n <= 10 ? "
        "3 : 4);"
    ): """
ga
""",
    (
        "nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : (n % 100 == 2 || n % 100 == 22 || n % 100 "
        "== 42 || n % 100 == 62 || n % 100 == 82) || n % 1000 == 0 && (n % 100000 >= 1000 && n % "
        "100000 <= 20000 || n % 100000 == 40000 || n % 100000 == 60000 || n % 100000 == 80000) || "
        "n != 0 && n % 1000000 == 100000 ? 2 : (n % 100 == 3 || n % 100 == 23 || n % 100 == 43 || "
        "n % 100 == 63 || n % 100 == 83) ? 3 : n != 1 && (n % 100 == 1 || n % 100 == 21 || n % "
        "100 == 41 || n % 100 == 61 || n % 100 == 81) ? 4 : 5);"
    ): """
kw
""",
    (
        "nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 "
        "? 3 : n % 100 >= 11 && n % 100 <= 99 ? 4 : 5);"
    ): """
ar
""",
    "nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n == 3 ? 3 : n == 6 ? 4 : 5);": """
cy
""",
}
"""Plural-Forms, and the languages that CLDR gives this rule."""

LANGUAGES = """
a-abefkmnrsvyz aa-abcdefghiklmnopqstuvwxz ab-abcdefghijlmnopqrstuvwxyz ac-abdefhiklmnpqrstuvwxyz
ad-abdefghijlnopqrstuwxyz ae-abcdeklmnqrsuwyz af-abdeghiknopstuz ag-abcdefghijklmnopqrstuvwxyz
ah-abghiklmnoprst ai-abcdefghijklmnopqrstwxy aj-aginpstuwz ak-bcdefghijklmopqrstuvwxyz
al-acdefghijklmnopqrstuvwxyz am-abcefgijklmnopqrstuvwxyz an-abcdefghijklmnopqrstuvwxyz
ao-abcdefghijklmnrstuxz ap-abcdefghijklmnopqrstuvwxyz aq-acdgklmnprtz ar-bcdehijklnopqrstuvwxyz
as-abcdefghijklnopqrstuvwxyz at-abcdeghijklmnopqrstuvwxyz au-abcdefghijklmnopqrstuwxyz
av-bdiklmnostuv aw-abcdeghikmnorstuvwxy ax-begklmx ay-abcdeghiklnopqrstuxyz az-abcdgjmnotz
b-aeghimnors ba-abcdefghijlnoprstuvwxyz bb-abcdefghijklmnopqrstuvwxyz bc-abcdefghijklmnopqrstuvwyz
bd-abcdefghijklmnopqrstuvwxyz be-abcdefghijkmopqrstuvwxyz bf-abcdefghijklmnopqrstuwxyz
bg-abcdefgijklmnopqrstuvwxyz bh-abcdefghijklmnopqrstuvwxyz bi-abcdefgjklmnopqrtuvwxyz
bj-abcdefghijklmnopqrstuvwxyz bk-abcdfghijklmnopqrstuvwxyz bl-abcdefghijklmnopqrstvwxyz
bm-abcdefghijklmnopqrstuvwxyz bn-abcdefgijklmnopqrstuvwxyz bo-abefghijklmnopqrtuvwxyz
bp-abcdeghijklmnopqrstuvwxyz bq-abcdfghijklmnopqrstuvwxyz br-abcdfghijklmnopqrstuvwxyz
bs-abcefghijklmnopqrstuvwxy bt-abcdefghijklmnopqrstuvwxyz bu-abcdefghijkmnopqstuvwxyz
bv-abcdefghijklmnopqrtuvwxyz bw-abcdefghijklmnopqrstuwxyz bx-abcdefghijklmnopqrsuvwxz
by-abcdefghijklmnopqrstvwxyz bz-abcdefghijklmnopqrstuvwxyz c-aehorsuvy ca-abcdefghijklmnopqrsuvwxyz
cb-abcdeghijklnoqrstuvwy cc-acdeghjlmnopqrs cd-acdefghijmnorsyz ce-abgklnty cf-adgm cg-acgk
ch-bcdfghjklmnopqrtwxyz ci-abcdehkmnprwy cj-aehikmnoprsvy ck-abhlmnoqrstuvxyz cl-acdehijklmostuwy
cm-acegiklmnorst cn-abcghiklopqrstuwx co-abcdefghjklmnopqtuvwxyz cp-abcefginopsuxy cq-du
cr-abcdfghijklmnopqrstvwxyz cs-abcdefghijklmnopqrstuvwxyz ct-acdeghlmnopstuyz
cu-abcghijklmopqrstuvwxy cv-gn cw-abdegt cx-h cy-abo cz-hknot d-aevz da-acdefghijklmopqrsuvwxyz
db-abdefgijlmnopqrtuvwy dc-cr dd-adegijnorsw de-cdefghiklmnpqrsvz dg-abcdeghiklnorstuwxz
dh-adgilmnorsuvwx di-abcdfghijklmnopqrstuwxyz dj-abcdefijklmnoruw dk-agklrsx dl-gkmn
dm-abcdefgklmnorsuvwxy dn-adegijknortuvwy do-abcefhiklnopqrstvwxyz dp-p dr-abcdeghilnoqrstuwy
ds-behiklnoqz dt-abdhikmnoprstuy du-abcdefghijklmnopqrsuvwxyz dv-a dw-aklrsuwyz dy-abdgimnoruy
dz-adegln e-elnostu ea-a eb-cgkoru ec-rsy ee-e ef-aei eg-almoxy eh-su ei-ptv ej-a ek-acegiklmopry
el-ehikmopux em-abegikmnopqsuwxyz en-abcdfhlmnoqruvwx eo-t ep-i er-aghikorstw es-eghiklmnoqsuxy
et-bchnorstuxz eu-dq ev-ehn ew-o ex-t ey-ao ez-ae f-afijory fa-abdfghijklmnprtuxyz fb-l fc-s fe-r
ff-im fg-r fi-aeflprtuw fk-kv fl-ahilnry fm-pu fn-bgi fo-dimnrsx fp-e fq-s fr-cdkmopqrst fs-els
fu-bcdefhijmnqrtuvy fv-r fw-ae g-adlnuv ga-abcdefghijklmnopqrstuvwxyz gb-abcdefghijklmnopqrsuvwxyz
gc-cdeflnrt gd-abcdefghijklmnoqrstux ge-abcdfghijklmqsvwxyz gf-ktx gg-abdegklnortuw gh-acehklnorst
gi-abcdeghilmnopqrstuwxyz gj-ikmnru gk-adenopu gl-bcdhijkloruwy gm-abdeghlmnqruvwxyz
gn-abcdeghijklmnoqrtuwz go-abcdefghijklmnopqrstuvwxyz gp-aen gq-ainru gr-abcdghijkmoqrstuvwxyz
gs-eglmnopsw gt-aiu gu-abcdefghiklmnopqrstuvwxz gv-acefjlmnoprsy gw-abcdefgijmnrtuwx gx-x
gy-abdefgilmnoryz gz-ain h-aeiortuyz ha-abcdefghijklmnopqrsvwxyz hb-abnou hc-ah hd-nsy he-adghim
hg-mw hh-iry hi-abdfghijklmortwx hj-i hk-aehkns hl-abdetu hm-abcdefghijklmnpqrstuvwxyz
hn-adeghijmnosu ho-abcdehijklmoprstvwyz hp-os hr-acekmoprtuwxz hs-bhlns ht-iosux
hu-bcdefghijklmopqrstuvwxyz hv-ceknv hw-aco hy-awx i-adegiknostuw ia-inpr ib-abdeghilmnruy ic-ahlr
id-abcdeirstu if-abefkmuy ig-beglmnosw ih-bipw ii-nr ij-cejnos ik-ehikloprstvwxz il-abgiklmopsuvw
im-aeilnorsty in-bceghjlmnopstz io-ruw ip-io iq-uw ir-aehiknoruxy is-acdeghikmnortuv
it-bcdeiklmorstvwxyz iu-m iv-bv iw-kmos ix-cl iy-aox iz-himrz j-aivw ja-abcdefhjklmnoqrstuxyz
jb-eijkmnortuw jc-st jd-agt je-beghiklnrtu jg-beko jh-is ji-abcdeghilmoqtuvy jj-er jk-amoprsu jl-es
jm-abcdilnrswx jn-adgijls jo-bdgrsw jp-arx jq-r jr-abrtu js-l ju-abcdhiklmnoprstuwy jv-dn jw-i
jy-aey k-agijklmnorsuvwy ka-abcdefghijkmopqrvwxy kb-abcdefghijklmnopqrstuvwxyz
kc-abcdefghijklmnopqrstuvwxyz kd-acdefghijklmnopqrtuvwxyz ke-abcdefghijklmnopqrstuvwxyz
kf-abcdefghijklmnopqrstuvwxyz kg-abcdefghijklmnopqrstuvwxy kh-abcdefghijklnopqrstuvwxyz
ki-abcdefghijlmopqstuvwxyz kj-abcdefghijklmnopqrstuvxyz kk-abcdefghijklmnopqrstuvwxyz
kl-abcdefghijklmnopqrstuvwxyz km-abcdefghijklmnopqrstuvwxyz kn-abcdefgijklmnopqrstuvwxyz
ko-acdefghijklopqstuvwxyz kp-abcdefghijklmnopqrstuvwxyz kq-abcdefghijklmnopqrstuvwxyz
kr-abcdefhijklmnoprstuvwxyz ks-abcdefghijklmnopqrstuvwxyz kt-abcdefghijklmnopqrstuvwxyz
ku-bcdefghijklmnopqstuvwxyz kv-abcdefghijklmnopqrstuvwxyz kw-abcdefghijklmnopqrstuvwxyz
kx-abcdefhijklmnopqrstuvwxyz ky-abcdefghijklmnopqrstuvwxyz kz-abcdefghijklmnopqrstuvwxyz l-abginotuv
la-abcdefghijklmnpqrsuwxyz lb-abcefgijklmnoqrstuvwxyz lc-cdefhlmpqs ld-abdghijklmnopq
le-abcdefghijklmnopqrstuvwxyz lf-an lg-abghiklmnoqrstuz lh-ahilmnpstu li-abcdefghijklopqrsuvwxyz
lj-aeilpwx lk-abcdehijlmnorstuy ll-abcdefghijklmnopqsux lm-abcdefghijklmnopqruvwxyz
ln-abdghijlmnosuwz lo-abcefghijklmnopqrstuvwxyz lp-aenox lq-r lr-acegiklmnortvz
ls-abcdeghilmnoprstvwy lt-cghinosu lu-acdefhijklmnopqrstuvwyz lv-aiklsu lw-aeghlmostuw lx-m ly-agn
lz-hlnz m-ghiklnorsty ma-abdefgijkmnpqstuvwxz mb-abcdefhijklmnopqrstuvwxyz
mc-abcdefghijklmnopqrstuvwxyz md-abcdefghijklmnpqrstuvwxyz me-abcdefghijklmnopqrstuvwyz
mf-abcdefghijklmnopqrstuvwxyz mg-abcdefghijklmnopqrstuvwxyz mh-abcdefghijklmnopqrstuwxyz
mi-abcdefghijklmnopqrtuwxyz mj-abcdeghijklmnopqrstuvwxyz mk-abcefghijklmnopqrstuvwxyz
ml-abcdefhijklmnopqrsuvwxz mm-abcdefghijklmnopqrtuvwxyz mn-abcdefghijklmnopqrstuvwxyz
mo-acdefghijkmopqrstuvwxyz mp-abcdeghijklmnopqrstuvwxyz mq-abcefghijklmnopqrstuvwxyz
mr-abcdefghjklmnopqrstuvwxyz ms-bcdefghijklmnopqrstuvwxyz mt-abcdefghijklmnopqrstuvwxy
mu-abcdeghijkmnopqrstuvxyz mv-abdefghiklmnopqrstuvwxyz mw-abcdefghijklmnopqrstuvwxyz
mx-abcdefghijklmnopqrstuvwxyz my-bcdefghijklmnopqrstuvwxyz mz-abcdeghijklmnopqrstuvwxyz
n-abdeglnorvy na-abcdefghijklmnopqrstwxyz nb-abcdefghijkmnopqrstuvwxy nc-abcdefghijklmnopqrstuxz
nd-abcdfghijklmnpqrstuvwxyz ne-abcdefghijkmnoqrstuvwxyz nf-adlru ng-abcdefghijklmnopqrstuvwxyz
nh-abcdefghikmnopqrtuvwxyz ni-abcdefghijklmnoqrstuvwxyz nj-abdhijlmnorstuxyz
nk-abcdefghijkmnopqrstuvwxz nl-acegijklmnoqruvwxyz nm-abcdefghijklmnopqrstuvwxyz
nn-abcdefghijklmnpqrstuvwxyz no-acdefghijklmnopqstuvwyz np-abghilnosuxy nq-gklmnoqty
nr-abcefgiklmnprtuxz ns-abcdefghiklmnopqrstuvwxyz nt-degijkmoprsuwxyz nu-abcdefghijklmnopqrstuvwxyz
nv-hmo nw-abcegimorwxy nx-adegiklmnoqrux ny-bcdefghijklmnopqrstuvwxy nz-abdikmrsuyz o-cjmrs oa-ackrv
ob-iklmortu oc-ahmou od-aktu of-osu og-bcegou oh-tu oi-aen oj-bcgpsvw ok-abcdeghijklmnorsuvxz
ol-adekmortu om-abcegiklnopqrtuvwxy on-abegijknoprstuwx oo-dgnrs op-akmoty or-aceghnorstuvwxyz
os-acinoptux ot-abdeiklmnoqrstuwxyz ou-abeimn ov-d ow-il oy-bdmy oz-m p-ailst
pa-abcdefghiklmopqrstuvwxyz pb-bcefghilmnoprstuvyz pc-abcdefghijklmnprw pd-acinotu
pe-abdefghijklmopqsvxyz pf-ael pg-adgiklnsuyz ph-adghijklmnoqrtuvw pi-abcdefghijlmnoprstuvwxyz pj-t
pk-abcghnoprstu pl-abcdefghjklnopqrstuvwyz pm-abcdefhijklmnoqrstuwxyz pn-abcdeghijklmnopqrstuvwxyz
po-cdefghikmnopqstvwxyz pp-aeiklmnopqrstu pq-aemw pr-abcdefghiklmnopqrstuwxyz ps-acdeghilmnopqrstuwy
pt-ahinopqrtuvwy pu-abcdefgijkmopqrtuwxyz pw-abgimnorw px-m py-emnsuxy pz-ehn q-u
qu-abcdfghiklmnpqrsvwxyz qv-acehijlmnopswyz qw-acehmst qx-achlnopqrstuw qy-ap r-mnouw
ra-abcdfghijklmnopqrstuvwxyz rb-bklp rc-f rd-b re-abegijlmnrsty rg-aeknrsu rh-gp ri-abeflmnrtu
rj-gis rk-abhimtw rm-abcdefghiklmnopqrstuvwxyz rn-abdglnprw ro-abcdefglmopruw rp-nt rr-imot
rs-biklmnw rt-chmsw ru-bcefghikopqtuyz rw-aklmor rx-dw ry-nsu rz-h s-acdeghiklmnoqrstuvw
sa-abcdefhijklmopqrstuvwxyz sb-abcdefghijklmnopqrstuvwxyz sc-abefghiklnopqstuvwx
sd-abcefghjklmnopqrstuvxz se-abcdefghijklmnopqrstuvwyz sf-bemsw sg-abcdeghijklmnoprstuwxyz
sh-abcdeghijklmnopqrstuvwxyz si-abdefghijklmopqrstuvwxyz sj-abcdegklmnoprstuw
sk-abcdefghijkmnopqrstuvwxyz sl-acdefghijlmnpqrstuwxyz sm-abcdfghijklmnpqrstuvwxyz
sn-bcefghijklmnopqrsuvwxyz so-abcdeghijklnopqrsuvwxyz sp-bcdegiklmnopqrstuvxy sq-ahjkmnoqrstux
sr-abcefghiklmnoqrstuvwxyz ss-abcdefghijklmnopqrstuvxyz st-abdefghijklmnopqrstuvwy
su-abcegijklmoqrstvwxyz sv-abcekmrsx sw-bcfghijklmnopqrstuvwxy sx-bcegklmnorsuw sy-abcdiklmnorswxy
sz-abcdeglnpsvwy t-aeghiklnorstwy ta-abcdefgijklnopqrsuvwxyz tb-abcdefghijklmnopqrstuvwxyz
tc-abcdefghiklmnopqstuwxyz td-abcdefghijklmnoqrstuvxy te-abcdefghikmnopqrstuvwxyz tf-inort
tg-abcdefghijnopqrstuvwxyz th-cdefhiklmnpqrstuvwxyz ti-acdefghijklmnopqstuvwxyz tj-agijlmnopsuw
tk-abdefgklmnpqrstuvwxz tl-abcdfghijklmnopqrstuvwxy tm-abcdefghijklmnopqrstuvwyz
tn-abcdefghiklmnopqrstuvwxyz to-bcdefghijklmopqrsuvwxyz tp-acefgijklmnopqrtuvwxyz tq-blmnopqrtuw
tr-abcdefghijklmnopqrstuvwxyz ts-abcdefghijklmpqrstuvwxyz tt-abcdefghijklmnopqrstuvwyz
tu-abcdefghijlmnopqstuvwxyz tv-adeiklmnostuwxy tw-abcdefghlmnopqrtuwxy tx-abceghijmnoqrstuxy
ty-aehijlnprstuvxyz tz-ahjlmnox u-gkrz ua-mnr ub-ailruy ud-aegijlmu ue-s uf-i ug-abehnoy uh-an ui-sv
uj-i uk-aghiklpqsuvwy ul-abcefiklmnuwy um-abcdgimnoprsu un-aegikmnpruxz uo-kn up-iv
ur-abcefghijklmnoprtuvwxyz us-ahikpsu ut-aehpru uu-mnru uv-ehl uw-a uy-a uz-ns v-eio
va-aefghijlmnoprsuvy vb-bk ve-cdlmopr vg-rt vi-cdfglnstv vj-k vk-aijklmnoptuz vl-ps
vm-abcdefghijklmpqrsuvwxyz vn-kmp vo-rt vr-aost vs-ilnv vt-o vu-mnt vw-a w-ao
wa-abcdefghijklmnopqrstuvwxyz wb-abefhijklmpqrstvw wc-ai wd-dgjktuy we-acdghimnoprstuw wf-g
wg-abgiouwy wh-agku wi-bcefghijklmnrtuvwy wj-ai wk-abdlruwy wl-aceghiklmorsuvwxy wm-abcdeghimnostwx
wn-bcdegikmnopuwy wo-abcdefgikmnorswy wp-c wr-abdghiklmnoprsuvwxyz ws-agikrsuv wt-bfhikmw
wu-abdhlmnrtuvxy ww-aborw wx-aw wy-abimnry x-h xa-abcdegijklmnopqrstuvwy xb-abcdegijmnoprwxy
xc-bceghlmnortuvwy xd-ackmoqy xe-bdglmprstu xf-a xg-abdfgilmnruw xh-acdemrtuv xi-abilnprsvy xj-bt
xk-abcdefghijklnopqrstuvwxyz xl-abcdeginopsuy xm-abcdefghjklmnopqrstuvwxyz xn-abdghijkmnoqrstuyz
xo-cdgikmnoprw xp-abcdefghijklmnopqrstuvwxyz xq-at xr-abdegimnqrtuw xs-abcdehijlmnopqrsuvy
xt-abcdeghijlmnopqrstuvwyz xu-abdgjlmnoprtu xv-einos xw-acdegjklortw xx-bkmrt xy-abjklty xz-hmp y-io
ya-abcdefghijklmnopqrstuvwxyz yb-abdehijklmnoxy yc-hlnpr yd-adegks ye-aceijlnrstuvy yg-ailmprsuw
yh-adls yi-afghijklmnpqrstuvxyz yk-aghiklmnortuy yl-abegilmnoruy ym-abcdeghiklmnopqrstxz
yn-abdeghklnoqsu yo-bgiklmnstxy yp-abghkmnopz yr-abeiklmnoswy ys-cdglmnoprsy yt-alpwy
yu-abcdefgijklmnpqrtuwxyz yv-at yw-aglnqrtuw yx-aglmuy yy-ruz yz-gk z-ahu
za-abcdefghijklmopqrstuvwxyz zb-aceltuw zc-adh zd-j ze-aghmn zg-abhmnr zh-bdinwx zi-abklmnrwz
zk-abdghknoprtuvz zl-aejmnqsuw zm-abcdefghijklmnopqrstuvwxyz zn-adegks zo-chmoqrs
zp-abcdefghijklmnopqrstuvwxyz zq-e zr-agnops zs-aklmru zt-eglmnpqstuxy zu-ahmny zw-a zy-bgjnp zz-aj
"""
"""The codes of languages; those that share all but the last letter are one word:
``a-bc`` is ``ab ac``."""

SCRIPTS = """
Adlm ADLAM Aghb CAUCASIAN Ahom AHOM Arab ARABIC Armi IMPERIAL Armn ARMENIAN Avst AVESTAN Bali
BALINESE Bamu BAMUM Bass BASSA Batk BATAK Beng BENGALI Berf BERIA Bhks BHAIKSUKI Bopo BOPOMOFO Brah
BRAHMI Bugi BUGINESE Buhd BUHID Cakm CHAKMA Cans CANADIAN Cari CARIAN Cham CHAM Cher CHEROKEE Chrs
CHORASMIAN Copt COPTIC Cpmn CYPRO Cprt CYPRIOT Cyrl CYRILLIC Deva DEVANAGARI Diak DIVES Dogr DOGRA
Dsrt DESERET Dupl DUPLOYAN Egyp EGYPTIAN Elba ELBASAN Elym ELYMAIC Ethi ETHIOPIC Gara GARAY Geor
GEORGIAN Glag GLAGOLITIC Gong GUNJALA Gonm MASARAM Goth GOTHIC Gran GRANTHA Grek GREEK Gujr GUJARATI
Gukh GURUNG Guru GURMUKHI Hang HANGUL Hani CJK Hano HANUNOO Hatr HATRAN Hebr HEBREW Hira HENTAIGANA
Hluw ANATOLIAN Hmng PAHAWH Hmnp NYIAKENG Hung OLD Ital OLD Java JAVANESE Kali KAYAH Kana KATAKANA
Kawi KAWI Khar KHAROSHTHI Khmr KHMER Khoj KHOJKI Kits KHITAN Knda KANNADA Krai KIRAT Kthi KAITHI
Lana TAI Laoo LAO Latn LATIN Lepc LEPCHA Limb LIMBU Lina LINEAR Linb LINEAR Lisu LISU Lyci LYCIAN
Lydi LYDIAN Mahj MAHAJANI Maka MAKASAR Mand MANDAIC Mani MANICHAEAN Marc MARCHEN Medf MEDEFAIDRIN
Mend MENDE Merc MEROITIC Mero MEROITIC Mlym MALAYALAM Modi MODI Mong MONGOLIAN Mroo MRO Mtei MEETEI
Mult MULTANI Mymr MYANMAR Nagm NAG Nand NANDINAGARI Narb OLD Nbat NABATAEAN Newa NEWA Nkoo NKO Nshu
NUSHU Ogam OGHAM Olck OL Onao OL Orkh OLD Orya ORIYA Osge OSAGE Osma OSMANYA Ougr OLD Palm PALMYRENE
Pauc PAU Perm OLD Phag PHAGS Phli INSCRIPTIONAL Phlp PSALTER Phnx PHOENICIAN Plrd MIAO Prti
INSCRIPTIONAL Rjng REJANG Rohg HANIFI Runr RUNIC Samr SAMARITAN Sarb OLD Saur SAURASHTRA Shaw
SHAVIAN Shrd SHARADA Sidd SIDDHAM Sidt SIDETIC Sind KHUDAWADI Sinh SINHALA Sogd SOGDIAN Sogo OLD
Sora SORA Soyo SOYOMBO Sund SUNDANESE Sunu SUNUWAR Sylo SYLOTI Syrc SYRIAC Tagb TAGBANWA Takr TAKRI
Tale TAI Talu NEW Taml TAMIL Tang TANGUT Tavt TAI Tayo TAI Telu TELUGU Tfng TIFINAGH Tglg TAGALOG
Thaa THAANA Thai THAI Tibt TIBETAN Tirh TIRHUTA Tnsa TANGSA Todr TODHRI Tols TOLONG Toto TOTO Tutg
TULU Ugar UGARITIC Vaii VAI Vith VITHKUQI Wara WARANG Wcho WANCHO Xpeo OLD Xsux CUNEIFORM Yezi
YEZIDI Yiii YI Zanb ZANABAZAR
"""
"""A script, and the word by which Unicode's names of its letters begin."""

RIGHT_TO_LEFT = """
Adlm Arab Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat
Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sidt Sogd Sogo Syrc Thaa Yezi
"""
"""The scripts that are written from right to left."""

ZERO = """
ad-ad 300-36f 483-489 591-5bd 5bf-5bf 5c1-5c2 5c4-5c5 5c7-5c7 610-61a 61c-61c 64b-65f 670-670
6d6-6dc 6df-6e4 6e7-6e8 6ea-6ed 711-711 730-74a 7a6-7b0 7eb-7f3 7fd-7fd 816-819 81b-823 825-827
829-82d 859-85b 897-89f 8ca-8e1 8e3-902 93a-93a 93c-93c 941-948 94d-94d 951-957 962-963 981-981
9bc-9bc 9c1-9c4 9cd-9cd 9e2-9e3 9fe-9fe a01-a02 a3c-a3c a41-a42 a47-a48 a4b-a4d a51-a51 a70-a71
a75-a75 a81-a82 abc-abc ac1-ac5 ac7-ac8 acd-acd ae2-ae3 afa-aff b01-b01 b3c-b3c b3f-b3f b41-b44
b4d-b4d b55-b56 b62-b63 b82-b82 bc0-bc0 bcd-bcd c00-c00 c04-c04 c3c-c3c c3e-c40 c46-c48 c4a-c4d
c55-c56 c62-c63 c81-c81 cbc-cbc cbf-cbf cc6-cc6 ccc-ccd ce2-ce3 d00-d01 d3b-d3c d41-d44 d4d-d4d
d62-d63 d81-d81 dca-dca dd2-dd4 dd6-dd6 e31-e31 e34-e3a e47-e4e eb1-eb1 eb4-ebc ec8-ece f18-f19
f35-f35 f37-f37 f39-f39 f71-f7e f80-f84 f86-f87 f8d-f97 f99-fbc fc6-fc6 102d-1030 1032-1037
1039-103a 103d-103e 1058-1059 105e-1060 1071-1074 1082-1082 1085-1086 108d-108d 109d-109d 1160-11ff
135d-135f 1712-1714 1732-1733 1752-1753 1772-1773 17b4-17b5 17b7-17bd 17c6-17c6 17c9-17d3 17dd-17dd
180b-180f 1885-1886 18a9-18a9 1920-1922 1927-1928 1932-1932 1939-193b 1a17-1a18 1a1b-1a1b 1a56-1a56
1a58-1a5e 1a60-1a60 1a62-1a62 1a65-1a6c 1a73-1a7c 1a7f-1a7f 1ab0-1add 1ae0-1aeb 1b00-1b03 1b34-1b34
1b36-1b3a 1b3c-1b3c 1b42-1b42 1b6b-1b73 1b80-1b81 1ba2-1ba5 1ba8-1ba9 1bab-1bad 1be6-1be6 1be8-1be9
1bed-1bed 1bef-1bf1 1c2c-1c33 1c36-1c37 1cd0-1cd2 1cd4-1ce0 1ce2-1ce8 1ced-1ced 1cf4-1cf4 1cf8-1cf9
1dc0-1dff 200b-200f 202a-202e 2060-2064 2066-206f 20d0-20f0 2cef-2cf1 2d7f-2d7f 2de0-2dff 302a-302d
3099-309a a66f-a672 a674-a67d a69e-a69f a6f0-a6f1 a802-a802 a806-a806 a80b-a80b a825-a826 a82c-a82c
a8c4-a8c5 a8e0-a8f1 a8ff-a8ff a926-a92d a947-a951 a980-a982 a9b3-a9b3 a9b6-a9b9 a9bc-a9bd a9e5-a9e5
aa29-aa2e aa31-aa32 aa35-aa36 aa43-aa43 aa4c-aa4c aa7c-aa7c aab0-aab0 aab2-aab4 aab7-aab8 aabe-aabf
aac1-aac1 aaec-aaed aaf6-aaf6 abe5-abe5 abe8-abe8 abed-abed d7b0-d7ff fb1e-fb1e fe00-fe0f fe20-fe2f
feff-feff fff9-fffb 101fd-101fd 102e0-102e0 10376-1037a 10a01-10a03 10a05-10a06 10a0c-10a0f
10a38-10a3a 10a3f-10a3f 10ae5-10ae6 10d24-10d27 10d69-10d6d 10eab-10eac 10efa-10eff 10f46-10f50
10f82-10f85 11001-11001 11038-11046 11070-11070 11073-11074 1107f-11081 110b3-110b6 110b9-110ba
110c2-110c2 11100-11102 11127-1112b 1112d-11134 11173-11173 11180-11181 111b6-111be 111c9-111cc
111cf-111cf 1122f-11231 11234-11234 11236-11237 1123e-1123e 11241-11241 112df-112df 112e3-112ea
11300-11301 1133b-1133c 11340-11340 11366-1136c 11370-11374 113bb-113c0 113ce-113ce 113d0-113d0
113d2-113d2 113e1-113e2 11438-1143f 11442-11444 11446-11446 1145e-1145e 114b3-114b8 114ba-114ba
114bf-114c0 114c2-114c3 115b2-115b5 115bc-115bd 115bf-115c0 115dc-115dd 11633-1163a 1163d-1163d
1163f-11640 116ab-116ab 116ad-116ad 116b0-116b5 116b7-116b7 1171d-1171d 1171f-1171f 11722-11725
11727-1172b 1182f-11837 11839-1183a 1193b-1193c 1193e-1193e 11943-11943 119d4-119d7 119da-119db
119e0-119e0 11a01-11a0a 11a33-11a38 11a3b-11a3e 11a47-11a47 11a51-11a56 11a59-11a5b 11a8a-11a96
11a98-11a99 11b60-11b60 11b62-11b64 11b66-11b66 11c30-11c36 11c38-11c3d 11c3f-11c3f 11c92-11ca7
11caa-11cb0 11cb2-11cb3 11cb5-11cb6 11d31-11d36 11d3a-11d3a 11d3c-11d3d 11d3f-11d45 11d47-11d47
11d90-11d91 11d95-11d95 11d97-11d97 11ef3-11ef4 11f00-11f01 11f36-11f3a 11f40-11f40 11f42-11f42
11f5a-11f5a 13430-13440 13447-13455 1611e-16129 1612d-1612f 16af0-16af4 16b30-16b36 16f4f-16f4f
16f8f-16f92 16fe4-16fe4 1bc9d-1bc9e 1bca0-1bca3 1cf00-1cf2d 1cf30-1cf46 1d167-1d169 1d173-1d182
1d185-1d18b 1d1aa-1d1ad 1d242-1d244 1da00-1da36 1da3b-1da6c 1da75-1da75 1da84-1da84 1da9b-1da9f
1daa1-1daaf 1e000-1e006 1e008-1e018 1e01b-1e021 1e023-1e024 1e026-1e02a 1e08f-1e08f 1e130-1e136
1e2ae-1e2ae 1e2ec-1e2ef 1e4ec-1e4ef 1e5ee-1e5ef 1e6e3-1e6e3 1e6e6-1e6e6 1e6ee-1e6ef 1e6f5-1e6f5
1e8d0-1e8d6 1e944-1e94a e0001-e0001 e0020-e007f e0100-e01ef
"""
"""Characters that take no column."""

WIDE = """
1100-115f 231a-231b 2329-232a 23e9-23ec 23f0-23f0 23f3-23f3 25fd-25fe 2614-2615 2630-2637 2648-2653
267f-267f 268a-268f 2693-2693 26a1-26a1 26aa-26ab 26bd-26be 26c4-26c5 26ce-26ce 26d4-26d4 26ea-26ea
26f2-26f3 26f5-26f5 26fa-26fa 26fd-26fd 2705-2705 270a-270b 2728-2728 274c-274c 274e-274e 2753-2755
2757-2757 2795-2797 27b0-27b0 27bf-27bf 2b1b-2b1c 2b50-2b50 2b55-2b55 2e80-2e99 2e9b-2ef3 2f00-2fd5
2ff0-3029 302e-303e 3041-3096 309b-30ff 3105-312f 3131-318e 3190-31e5 31ef-321e 3220-3247 3250-a48c
a490-a4c6 a960-a97c ac00-d7a3 f900-faff fe10-fe19 fe30-fe52 fe54-fe66 fe68-fe6b ff01-ff60 ffe0-ffe6
16fe0-16fe3 16ff0-16ff6 17000-18cd5 18cff-18d1e 18d80-18df2 1aff0-1aff3 1aff5-1affb 1affd-1affe
1b000-1b122 1b132-1b132 1b150-1b152 1b155-1b155 1b164-1b167 1b170-1b2fb 1d300-1d356 1d360-1d376
1f004-1f004 1f0cf-1f0cf 1f18e-1f18e 1f191-1f19a 1f200-1f202 1f210-1f23b 1f240-1f248 1f250-1f251
1f260-1f265 1f300-1f320 1f32d-1f335 1f337-1f37c 1f37e-1f393 1f3a0-1f3ca 1f3cf-1f3d3 1f3e0-1f3f0
1f3f4-1f3f4 1f3f8-1f43e 1f440-1f440 1f442-1f4fc 1f4ff-1f53d 1f54b-1f54e 1f550-1f567 1f57a-1f57a
1f595-1f596 1f5a4-1f5a4 1f5fb-1f64f 1f680-1f6c5 1f6cc-1f6cc 1f6d0-1f6d2 1f6d5-1f6d8 1f6dc-1f6df
1f6eb-1f6ec 1f6f4-1f6fc 1f7e0-1f7eb 1f7f0-1f7f0 1f90c-1f93a 1f93c-1f945 1f947-1f9ff 1fa70-1fa7c
1fa80-1fa8a 1fa8e-1fac6 1fac8-1fac8 1facd-1fadc 1fadf-1faea 1faef-1faf8 20000-2fffd 30000-3fffd
"""
"""Characters that take two columns; all others take one."""

INVISIBLE = """
0-1f 7f-9f ad-ad 34f-34f 600-605 61c-61c 6dd-6dd 70f-70f 890-891 8e2-8e2 115f-1160 17b4-17b5
180b-180f 200b-200f 2028-202e 2060-206f 2800-2800 3164-3164 d800-f8ff fdd0-fdef fe00-fe0f feff-feff
ffa0-ffa0 fff0-ffff 110bd-110bd 110cd-110cd 13430-1343f 1bca0-1bca3 1d173-1d17a 1fffe-1ffff
2fffe-2ffff 3fffe-3ffff 4fffe-4ffff 5fffe-5ffff 6fffe-6ffff 7fffe-7ffff 8fffe-8ffff 9fffe-9ffff
afffe-affff bfffe-bffff cfffe-cffff dfffe-e0fff efffe-10ffff
"""
"""Characters that a reader does not see."""
